import { DateTime } from 'luxon';

/**
 * The days from Monday to Friday after the day of `from` up to and with the day of `to`, as the
 * time zone has them; holidays count. From 60 days on it counts no further.
 */
export function businessDaysBetween(from: Date, to: Date, timezone: string): number {
  const last = DateTime.fromJSDate(to, { zone: timezone }).startOf('day');
  let day = DateTime.fromJSDate(from, { zone: timezone }).startOf('day');
  let counted = 0;
  for (let step = 0; step < 60; step += 1) {
    day = day.plus({ days: 1 }).startOf('day');
    if (day > last) break;
    if (day.weekday <= 5) counted += 1;
  }
  return counted;
}
