import { addDays, toDay } from './calendar.ts';

export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const SHORT_NAMES = MONTH_NAMES.map((name) => name.slice(0, 3).toLowerCase());

/** A month's name or abbreviation as a group of a regular expression. */
export const MONTH_WORD = `(${SHORT_NAMES.join('|')})[a-z]*\\.?`;

/** 1 for "january" and "jan". */
export function monthNumber(word: string): number {
  return SHORT_NAMES.indexOf(word.slice(0, 3)) + 1;
}

/** The year in which that month is next to come or running. */
export function upcomingMonth(month: number, today: string): number {
  const year = Number(today.slice(0, 4));
  return month < Number(today.slice(5, 7)) ? year + 1 : year;
}

/** The last day of a month of 1 to 12. */
export const lastDayOf = (year: number, month: number): string =>
  addDays(toDay(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) ?? '', -1);

/** The next day of that number, in this month or one of the three after it. */
export const nextDayNumber = (number: number, today: string): string | undefined =>
  daysOfNumber(number, today)[0];

/** The days of that number in this month, from today on, and in the three after it. */
export function daysOfNumber(number: number, today: string): string[] {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return [0, 1, 2, 3].flatMap((later) => {
    const day = toDay(
      year + Math.floor((month - 1 + later) / 12),
      ((month - 1 + later) % 12) + 1,
      number,
    );
    return day === undefined || day < today ? [] : [day];
  });
}
