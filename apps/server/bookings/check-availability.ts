import { localDay } from '../platform/business-day.ts';
import { addDays, type CalendarDate, isWeekend } from '../platform/calendar-date.ts';
import { type BusinessTime, blockedReason, readDate } from './booking-dates.ts';
import type { Business } from './business.ts';
import type { SurchargeRule } from './catalogue.ts';
import { formatDollars } from './dollars.ts';
import { type Outcome, refuse } from './outcome.ts';
import { surchargesOn } from './surcharges.ts';

/** One answer covers the first day and this many more. */
export const MAX_AVAILABILITY_DAYS = 30;

export interface DayRange {
  from: CalendarDate;
  /** Included. */
  to: CalendarDate;
}

export interface DayAvailability {
  date: CalendarDate;
  availability: 'available' | 'busy';
  is_weekend: boolean;
  /** The surcharges of this day, each with its service and amount. */
  surcharges: string[];
  /** Whether this day cannot be booked online, and why. */
  blocked: boolean;
  blocked_reason: string | null;
}

/** The days a question is about: from a day not in the past, 31 at most, both ends included. */
export function readAvailabilityRange(
  { startDate, days }: { startDate: string; days: number },
  time: BusinessTime,
): Outcome<DayRange> {
  const read = readDate('start_date', startDate);
  if (!read.ok) return read;
  const from = read.value;
  const today = localDay(time.now, time.timezone);
  if (from < today) {
    return refuse(`start_date ${from} is in the past; today is ${today}.`);
  }
  const count = Math.min(Math.max(Math.trunc(days), 0), MAX_AVAILABILITY_DAYS);
  return { ok: true, value: { from, to: addDays(from, count) } };
}

/**
 * What each day of a range is like for a customer. `busyDays` are those with as many bookings as
 * the catalogue calls busy (see busy-days.ts); how many there are is never known here.
 */
export function checkAvailability(
  business: Business,
  { range, busyDays }: { range: DayRange; busyDays: ReadonlySet<CalendarDate> },
  time: BusinessTime,
): DayAvailability[] {
  return availableDays(business, { range, busyDays }, time).map((day) => ({
    ...day,
    surcharges: day.surcharges.map(
      ({ name, amountCents }) => `${name}: +${formatDollars(amountCents)}`,
    ),
  }));
}

/** The same with each surcharge as its rule. */
export function availableDays(
  business: Business,
  { range, busyDays }: { range: DayRange; busyDays: ReadonlySet<CalendarDate> },
  time: BusinessTime,
): (Omit<DayAvailability, 'surcharges'> & { surcharges: SurchargeRule[] })[] {
  const days: ReturnType<typeof availableDays> = [];
  for (let date = range.from; date <= range.to; date = addDays(date, 1)) {
    const blocked = blockedReason(date, { ...time, phone: business.profile.phone });
    days.push({
      date,
      availability: busyDays.has(date) ? 'busy' : 'available',
      is_weekend: isWeekend(date),
      surcharges: surchargesOn(business.surchargeRules, date),
      blocked: blocked !== null,
      blocked_reason: blocked,
    });
  }
  return days;
}
