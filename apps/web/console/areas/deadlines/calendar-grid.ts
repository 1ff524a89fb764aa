import type { Deadline } from '@deskbell/protocol';
import {
  addDays,
  addMonths,
  dayAfterKey,
  lastDayOf,
  type Month,
  monthOf,
} from '../../../book/calendar-month.ts';
import { dayOf } from '../../ui/time-words.ts';
import { mondayOf } from '../tasks/days.ts';

/** The weeks that a month touches, whole, from Monday to Sunday. */
export function weeksOf(month: Month): string[][] {
  const weeks: string[][] = [];
  const last = lastDayOf(month);
  for (let monday = mondayOf(`${month}-01`); monday <= last; monday = addDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, weekday) => addDays(monday, weekday)));
  }
  return weeks;
}

/** The first and the last day of these weeks: at most 42 days. */
export function rangeOf(month: Month): { from: string; to: string } {
  const monday = mondayOf(`${month}-01`);
  return { from: monday, to: addDays(mondayOf(lastDayOf(month)), 6) };
}

/** The day that a key leads to; undefined for a key that moves nothing. */
export function dayForKey(
  day: string,
  press: { key: string; shiftKey: boolean },
): string | undefined {
  if (press.key === 'Home') return mondayOf(day);
  if (press.key === 'End') return addDays(mondayOf(day), 6);
  return dayAfterKey(day, press);
}

/**
 * The day of the calendar that a deadline stands on: with a time the business's day of that moment,
 * for the whole day the one it names. As the server counts its ranges of days.
 */
export const dayOfDeadline = (
  { date, time, due_at }: Pick<Deadline, 'date' | 'time' | 'due_at'>,
  timeZone: string,
): string => (time === null ? date : dayOf(new Date(due_at), timeZone));

/** Deadlines by their day, each day's in the order of the clock, whole days last. */
export function byDay<Row extends Pick<Deadline, 'id' | 'date' | 'time' | 'due_at'>>(
  deadlines: readonly Row[],
  timeZone: string,
): ReadonlyMap<string, readonly Row[]> {
  const sorted = [...deadlines].sort(
    (one, other) => one.due_at.localeCompare(other.due_at) || one.id.localeCompare(other.id),
  );
  return Map.groupBy(sorted, (deadline) => dayOfDeadline(deadline, timeZone));
}

/** The days of this month before today, and the others; of another month none is past. */
export function partAtToday<Day extends readonly [string, unknown]>(
  days: readonly Day[],
  { month, today }: { month: Month; today: string },
): { past: Day[]; coming: Day[] } {
  const isPast = ([day]: Day): boolean => monthOf(today) === month && day < today;
  return { past: days.filter(isPast), coming: days.filter((day) => !isPast(day)) };
}

/** The day that Tab comes to in a month: the chosen one, else today, else the first. */
export function tabStopOf(
  month: Month,
  { chosen, today }: { chosen: string | undefined; today: string },
): string {
  if (chosen !== undefined && monthOf(chosen) === month) return chosen;
  return monthOf(today) === month ? today : `${month}-01`;
}

export { addMonths, type Month, monthOf };
