import type { SurchargeDay } from '../bookings/catalogue.ts';

const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

// Any year will do: only the names of months and the numbers of days are taken from it.
const dateOf = (monthAndDay: string): Date => new Date(`2024-${monthAndDay}T00:00:00Z`);
const dayFormat = new Intl.DateTimeFormat('en-US', {
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
});
const monthFormat = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' });

/** When a surcharge applies, for people: 'Saturdays', 'July 4', 'the last Monday of May'. */
export function describeSurchargeDay(day: SurchargeDay): string {
  if ('on' in day) return dayFormat.format(dateOf(day.on));
  if ('from' in day) return dayFormat.formatRange(dateOf(day.from), dateOf(day.to));
  if (!('month' in day)) return `${capitalized(day.weekday)}s`;
  const month = monthFormat.format(new Date(Date.UTC(2024, day.month - 1, 1)));
  return `the ${day.occurrence} ${capitalized(day.weekday)} of ${month}`;
}
