import { DateTime } from 'luxon';
import type { CalendarDate } from './calendar-date.ts';

/** The day a moment belongs to in a time zone. Throws RangeError for a zone that does not exist. */
export function localDay(moment: Date, timezone: string): CalendarDate {
  const day = DateTime.fromJSDate(moment, { zone: timezone }).toISODate();
  if (day === null) throw new RangeError(`There is no time zone ${timezone}.`);
  return day;
}

/** The hour on the clocks of a time zone, 0 to 23. Throws RangeError for a zone that does not exist. */
export function localHour(moment: Date, timezone: string): number {
  const { hour } = DateTime.fromJSDate(moment, { zone: timezone });
  if (Number.isNaN(hour)) throw new RangeError(`There is no time zone ${timezone}.`);
  return hour;
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
