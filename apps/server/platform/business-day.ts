import { DateTime } from 'luxon';
import type { CalendarDate } from './calendar-date.ts';

/** The day a moment belongs to in a time zone. */
export function localDay(moment: Date, timezone: string): CalendarDate {
  return DateTime.fromJSDate(moment, { zone: timezone }).toFormat('yyyy-MM-dd');
}

/**
 * The day of a time zone that a moment belongs to: [startsAt, endsAt). It has 23 to 25 hours, and
 * need not begin at 00:00 where the clocks are changed at midnight.
 */
export function businessDay(moment: Date, timezone: string): { startsAt: Date; endsAt: Date } {
  const local = DateTime.fromJSDate(moment, { zone: timezone });
  return { startsAt: beginOf(local), endsAt: beginOf(local.plus({ days: 1 })) };
}

function beginOf(local: DateTime): Date {
  const begin = local.startOf('day');
  // Where midnight comes twice, the first one.
  const [first = begin] = begin.getPossibleOffsets();
  return first.toJSDate();
}
