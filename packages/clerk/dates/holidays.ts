import { addDays, nextWeekday, toDay, weekdayOf } from './calendar.ts';

const fixed =
  (month: number, day: number) =>
  (year: number): string =>
    toDay(year, month, day) ?? '';

/** The nth given weekday of a month; -1 is the last. */
const nth =
  (month: number, weekday: number, count: number) =>
  (year: number): string => {
    if (count > 0) return addDays(nextWeekday(fixed(month, 1)(year), weekday), 7 * (count - 1));
    const last = addDays(
      fixed(month === 12 ? 1 : month + 1, 1)(month === 12 ? year + 1 : year),
      -1,
    );
    return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
  };

/** Days of the United States calendar that people name instead of a date. */
const HOLIDAYS: readonly [RegExp, (year: number) => string][] = [
  [/\bthanksgiving(?: day)?\b/, nth(11, 4, 4)],
  [/\bblack friday\b/, (year) => addDays(nth(11, 4, 4)(year), 1)],
  [/\b(?:christmas|xmas) eve\b/, fixed(12, 24)],
  [/\b(?:christmas|xmas)(?: day)?\b/, fixed(12, 25)],
  [/\bnew year'?s eve\b/, fixed(12, 31)],
  [/\bnew year'?s?(?: day)?\b/, fixed(1, 1)],
  [/\bmemorial day\b/, nth(5, 1, -1)],
  [/\blabor day\b/, nth(9, 1, 1)],
  [/\b(?:4th of july|fourth of july|july 4th|independence day)\b/, fixed(7, 4)],
  [/\bjuneteenth\b/, fixed(6, 19)],
  [/\bcolumbus day\b/, nth(10, 1, 2)],
  [/\bveterans day\b/, fixed(11, 11)],
  [/\bpresidents'? day\b/, nth(2, 1, 3)],
  [/\bhalloween\b/, fixed(10, 31)],
  [/\bvalentine'?s day\b/, fixed(2, 14)],
];

/** The next holiday a lower-case text names, with where it stands. */
export function readHoliday(
  text: string,
  today: string,
): { day: string; index: number; length: number } | undefined {
  for (const [pattern, dayIn] of HOLIDAYS) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const year = Number(text.match(/\b20\d\d\b/)?.[0] ?? today.slice(0, 4));
    const day = dayIn(year);
    return {
      day: day < today && !/\b20\d\d\b/.test(text) ? dayIn(year + 1) : day,
      index: found.index,
      length: found[0].length,
    };
  }
  return undefined;
}
