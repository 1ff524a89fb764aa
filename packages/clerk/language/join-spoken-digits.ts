import { readNumber } from './number-words.ts';

const WORD =
  'zero|oh|o|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|double|triple|\\d';
/** At least three of them in a row; "nine thirty" is a time. */
const RUN = new RegExp(`(?<![\\w-])(?:${WORD})(?:[ -](?:${WORD})){2,5}(?![\\w-])`, 'g');

/**
 * Writes five digits that stand as words or apart, as people spell out a ZIP code, in one: "one zero
 * zero one four", "one double oh one four", "ten oh eleven" and "1 0 0 1 4". All else stays.
 */
export const joinSpokenDigits = (text: string): string =>
  text.replace(RUN, (run) => {
    const digits = digitsOf(run.split(/[ -]/));
    return digits.length === 5 ? digits : run;
  });

function digitsOf(words: readonly string[]): string {
  let digits = '';
  let times = 1;
  let tens = 0;
  for (const word of words) {
    if (word === 'double' || word === 'triple') {
      times = word === 'double' ? 2 : 3;
      continue;
    }
    const value = word === 'oh' || word === 'o' ? 0 : (readNumber(word) ?? 0);
    // "Thirty seven" is 37, and no 307.
    if (tens > 0 && value > 0 && value < 10) digits = digits.slice(0, -2) + (tens + value);
    else digits += String(value).repeat(times);
    tens = value >= 20 ? value : 0;
    times = 1;
  }
  return digits;
}
