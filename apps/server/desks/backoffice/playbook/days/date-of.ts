import { addDays, toDay } from '@deskbell/clerk';
import type { DayContext } from './expression.ts';

/** A month's name or abbreviation, and the number of a day, each as a group of a regular expression. */
export const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
export const NUMBER = '(\\d{1,2})(?:st|nd|rd|th)?';

/** A date that passed no longer ago than this is meant even where dates usually lie ahead. */
const RECENT_DAYS = 60;

/** The ISO day of a month of 1 to 12 in the year that is named or else meant; undefined where there is none. */
export function dateOf(
  month: number,
  day: number,
  { year, context }: { year?: string | undefined; context: DayContext },
): string | undefined {
  const { today, direction } = context;
  if (year !== undefined) return toDay(Number(year), month, day);
  const thisYear = Number(today.slice(0, 4));
  const date = toDay(thisYear, month, day);
  if (date === undefined) return undefined;
  if (direction === 'past') return date > today ? toDay(thisYear - 1, month, day) : date;
  return date < addDays(today, -RECENT_DAYS) ? toDay(thisYear + 1, month, day) : date;
}
