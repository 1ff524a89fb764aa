import { NUMBER_WORDS as ONE_WORD, readNumber } from '@deskbell/clerk';

const WORD = `(?:${ONE_WORD}|zero|hundred|thousand|grand)`;

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
      const value = word === 'a' || word === 'an' ? 1 : readNumber(word);
      if (value === undefined) continue;
      const isUnitOfTens = last >= 20 && last < 100 && last % 10 === 0 && value < 10;
      current =
        current > 0 && last < 100 && !isUnitOfTens ? current * 100 + value : current + value;
      last = value;
    }
  }
  return total + current;
}
