import { addDays, nextWeekday, toDay, weekdayOf } from './calendar.ts';
import type { TakeDays } from './read-days.ts';
import { weekdayNumber } from './weekdays.ts';

const fixed =
  (month: number, day: number) =>
  (year: number): string =>
    toDay(year, month, day) ?? '';

/** The nth given weekday of a month; -1 is the last. */
export const nth =
  (month: number, weekday: number, count: number) =>
  (year: number): string => {
    if (count > 0) return addDays(nextWeekday(fixed(month, 1)(year), weekday), 7 * (count - 1));
    const last = addDays(
      fixed(month === 12 ? 1 : month + 1, 1)(month === 12 ? year + 1 : year),
      -1,
    );
    return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
  };

/** Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876. */
export function easterOf(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return toDay(year, Math.floor(f / 31), (f % 31) + 1) ?? '';
}

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
  [/\b(?:mlk|martin luther king)(?: jr\.?)?(?: day)?\b/, nth(1, 1, 3)],
  [/\beaster monday\b/, (year) => addDays(easterOf(year), 1)],
  [/\bgood friday\b/, (year) => addDays(easterOf(year), -2)],
  [/\beaster(?: sunday)?\b/, easterOf],
  [/\bhalloween\b/, fixed(10, 31)],
  [/\bvalentine'?s day\b/, fixed(2, 14)],
];

/** The long weekend a holiday makes, by its weekday from Sunday on: days before it, days after it. */
const WEEKEND_AROUND: readonly (readonly [number, number])[] = [
  [1, 1],
  [2, 0],
  [3, 0],
  [-3, 4],
  [0, 3],
  [0, 2],
  [1, 1],
];

/**
 * Reads the holidays a lower-case text names, also with the weekend or week around, before or
 * after one. Each is the next one to come, or with `isPast` the last one, unless a year is given.
 */
export function readHolidays(text: string, today: string, take: TakeDays, isPast = false): void {
  let rest = text;
  for (const [pattern, dayIn] of HOLIDAYS) {
    const found = pattern.exec(rest);
    if (found === null) continue;
    const end = found.index + found[0].length;
    const lead =
      /\b(?:the )?(day|weekend|week|(?:mon|tues|wednes|thurs|fri|satur|sun)day) (of|after|before|around) (?:the )?$/.exec(
        rest.slice(0, found.index),
      ) ?? undefined;
    // "The Friday of Thanksgiving weekend" is that Friday alone.
    const isWhole = lead !== undefined && weekdayNumber(lead[1] ?? '') < 0;
    const tail = isWhole ? null : /^ (weekend|week)\b/.exec(rest.slice(end));
    const span = (day: string) => spanOf(day, lead?.[1] ?? tail?.[1] ?? 'day', lead?.[2] ?? 'of');
    const given = /\b20\d\d\b/.exec(text)?.[0];
    const year = Number(given ?? today.slice(0, 4));
    const thisYear = span(dayIn(year));
    const isOver = thisYear.last < today;
    const days =
      given !== undefined || isOver === isPast
        ? thisYear
        : span(dayIn(isPast ? year - 1 : year + 1));
    const index = lead?.index ?? found.index;
    const named = end + (tail?.[0].length ?? 0);
    const length =
      named + (/^,?(?: of)? 20\d\d\b/.exec(rest.slice(named))?.[0].length ?? 0) - index;
    take(
      index,
      length,
      days.first < today && days.last >= today ? { ...days, first: today } : days,
    );
    rest = rest.slice(0, index) + ' '.repeat(length) + rest.slice(index + length);
  }
}

function spanOf(day: string, unit: string, side: string): { first: string; last: string } {
  if (unit === 'day') {
    const shifted = addDays(day, side === 'after' ? 1 : side === 'before' ? -1 : 0);
    return { first: shifted, last: shifted };
  }
  const named = weekdayNumber(unit);
  if (named >= 0) {
    // "The Friday of Thanksgiving" is the one nearest to it.
    const from = side === 'after' ? 1 : side === 'before' ? -7 : -3;
    const found = nextWeekday(addDays(day, from), named);
    return { first: found, last: found };
  }
  const weekday = weekdayOf(day);
  if (unit === 'week') {
    const monday = addDays(day, -((weekday + 6) % 7));
    const first = addDays(monday, side === 'after' ? 7 : side === 'before' ? -7 : 0);
    return { first, last: addDays(first, 6) };
  }
  if (side === 'of' || side === 'around') {
    const [before, after] = WEEKEND_AROUND[weekday] ?? [0, 0];
    return { first: addDays(day, -before), last: addDays(day, after) };
  }
  const saturday =
    side === 'after' ? nextWeekday(addDays(day, 1), 6) : addDays(nextWeekday(day, 6), -7);
  return { first: saturday, last: addDays(saturday, 1) };
}
