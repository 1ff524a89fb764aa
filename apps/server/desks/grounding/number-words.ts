const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const VALUES = new Map<string, number>([
  ...SMALL.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, 20 + 10 * index] as const),
  ['a', 1],
  ['an', 1],
]);

const WORD = `(?:${[...SMALL, ...TENS].join('|')}|hundred|thousand|grand)`;

/** Source of a pattern for a whole number in words: "two hundred and five", "a hundred". */
export const NUMBER_WORDS = `(?:an? )?${WORD}(?:[ -](?:and )?${WORD})*`;

/** "two hundred and five" is 205, "ten forty-five" is 1045. */
export function readNumberWords(text: string): number {
  let total = 0;
  let current = 0;
  let last = 0;
  for (const word of text.toLowerCase().split(/[ -]/)) {
    if (word === 'hundred') {
      current = (current || 1) * 100;
      last = 100;
    } else if (word === 'thousand' || word === 'grand') {
      total += (current || 1) * 1000;
      current = 0;
      last = 1000;
    } else {
      const value = VALUES.get(word);
      if (value === undefined) continue;
      const isUnitOfTens = last >= 20 && last < 100 && last % 10 === 0 && value < 10;
      current =
        current > 0 && last < 100 && !isUnitOfTens ? current * 100 + value : current + value;
      last = value;
    }
  }
  return total + current;
}
