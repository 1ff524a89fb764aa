import { localDay, localHour } from '../platform/business-day.ts';
import {
  addDays,
  type CalendarDate,
  formatLongDate,
  isCalendarDate,
} from '../platform/calendar-date.ts';
import { type Outcome, refuse } from './outcome.ts';

/** From this hour of the business's day on, a pickup on the next day is arranged by phone. */
export const NEXT_DAY_CUTOFF_HOUR = 18;

/** How far ahead of the business's today a day can be booked online. */
export const BOOKABLE_DAYS_AHEAD = 365;

/** An instant, and the zone in which the business counts its days. */
export interface BusinessTime {
  now: Date;
  /** IANA name, such as 'America/New_York'. An unknown one throws RangeError. */
  timezone: string;
}

/** The first day that can be booked online: tomorrow, or the day after from 6 PM on. */
export function earliestBookableDate({ now, timezone }: BusinessTime): CalendarDate {
  return addDays(localDay(now, timezone), localHour(now, timezone) >= NEXT_DAY_CUTOFF_HOUR ? 2 : 1);
}

/** The last day that can be booked online. */
export function latestBookableDate({ now, timezone }: BusinessTime): CalendarDate {
  return addDays(localDay(now, timezone), BOOKABLE_DAYS_AHEAD);
}

/** Why nothing can be booked online for this day, in one sentence; null when something can. */
export function blockedReason(
  date: CalendarDate,
  { phone, ...time }: BusinessTime & { phone: string },
): string | null {
  if (date > latestBookableDate(time)) {
    return `Bookings can be made online up to one year ahead; for ${formatLongDate(date)} please call ${phone}.`;
  }
  if (date >= earliestBookableDate(time)) return null;
  const today = localDay(time.now, time.timezone);
  if (date < today) return `${formatLongDate(date)} is in the past.`;
  if (date === today) {
    return `Bookings for today cannot be made online; please call ${phone}.`;
  }
  return `From 6 PM on, bookings for the next day cannot be made online; please call ${phone}.`;
}

/** A day as the customer named it, if it exists. `name` says which date a refusal is about. */
export function readDate(name: string, text: string): Outcome<CalendarDate> {
  const date = text.trim();
  if (isCalendarDate(date)) return { ok: true, value: date };
  return refuse(`${name} must be a real date written YYYY-MM-DD.`);
}
