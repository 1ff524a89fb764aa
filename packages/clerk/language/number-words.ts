const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const TENS = 'thirty forty fifty sixty seventy eighty ninety'.split(' ');

const CARDINALS = new Map([
  ...UNITS.map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, 30 + 10 * index] as const),
]);

const ORDINAL_WORDS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
const SUFFIXES = ['th', 'st', 'nd', 'rd'];

const longestFirst = (words: Iterable<string>): string =>
  [...words].sort((a, b) => b.length - a.length).join('|');

/** "one" to "ninety" as alternatives of a regular expression, the longer of two alike first. */
export const NUMBER_WORDS = longestFirst([...CARDINALS.keys()].slice(1));

/** "first" and "1st" to "twentieth" and "20th", as places in a row from 1 on. */
export const ORDINALS: ReadonlyMap<string, number> = new Map(
  ORDINAL_WORDS.flatMap((word, index) => {
    const place = index + 1;
    const suffix = SUFFIXES[place] ?? 'th';
    return [[word, place] as const, [`${place}${suffix}`, place] as const];
  }),
);

/** A whole number of up to three digits or in one word: 12 for "12" and for "twelve". */
export function readNumber(word: string): number | undefined {
  return CARDINALS.get(word) ?? (/^\d{1,3}$/.test(word) ? Number(word) : undefined);
}
