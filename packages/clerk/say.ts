import { addDays, daysBetween, isWeekend } from './dates/calendar.ts';

const dayFormat = new Intl.DateTimeFormat('en-US', {
  weekday: 'long',
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
});
const moneyFormat = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  trailingZeroDisplay: 'stripIfInteger',
});

/** Dollars as a customer reads them: 1045 is "$1,045", 126.5 is "$126.50". */
export function sayMoney(dollars: number): string {
  return moneyFormat.format(dollars);
}

/**
 * An ISO day as "Saturday, December 5". The year is added to a day that is past or more than
 * ten months after `today`, where it could be mistaken.
 */
export function sayDay(day: string, today: string): string {
  const text = dayFormat.format(new Date(`${day}T00:00:00Z`));
  const distance = daysBetween(today, day);
  return distance > 300 || distance < -1 ? `${text}, ${day.slice(0, 4)}` : text;
}

/** A span of ISO days, first and last included. */
export function sayDays(first: string, last: string, today: string): string {
  if (first === last) return sayDay(first, today);
  if (isWeekend(first) && addDays(first, 1) === last) {
    return `the weekend of ${sayDay(first, today)}`;
  }
  return `${sayDay(first, today)} to ${sayDay(last, today)}`;
}

/** "a", "a and b", "a, b and c". */
export function sayList(entries: readonly string[], word: 'and' | 'or' = 'and'): string {
  if (entries.length < 2) return entries[0] ?? '';
  return `${entries.slice(0, -1).join(', ')} ${word} ${entries[entries.length - 1]}`;
}
