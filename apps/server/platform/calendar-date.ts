/** A day on the calendar, 'YYYY-MM-DD'. It has no time and no zone, and sorts as text. */
export type CalendarDate = string;

const DAY_MS = 86_400_000;
const SHAPE = /^(19|20|21)\d\d-\d\d-\d\d$/;

/** True for a day that exists, from 1900 to 2199. */
export function isCalendarDate(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && fromUtc(time) === text;
}

/** The day `days` after `date`, or before it when negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromUtc(toUtc(date) + days * DAY_MS);
}

/** The number of days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((toUtc(to) - toUtc(from)) / DAY_MS);
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(date: CalendarDate): number {
  return new Date(toUtc(date)).getUTCDay();
}

export function isWeekend(date: CalendarDate): boolean {
  return weekdayOf(date) % 6 === 0;
}

export function calendarDate(year: number, month: number, day: number): CalendarDate {
  return fromUtc(Date.UTC(year, month - 1, day));
}

/** Such as 'Friday, December 4, 2026'. */
export function formatLongDate(date: CalendarDate): string {
  return longDate.format(toUtc(date));
}

const longDate = new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeZone: 'UTC' });

// A calendar day is held as its midnight in UTC, where every day has 24 hours.
function toUtc(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function fromUtc(time: number): CalendarDate {
  return new Date(time).toISOString().slice(0, 10);
}
