import type { SurchargeDay, SurchargeRule } from '../../bookings/catalogue.ts';

/** When a surcharge applies: "July 4, the first Monday of September, September 14 to September 22". */
export function daysInWords({ days }: SurchargeRule): string {
  return days.map(dayInWords).join(', ');
}

function dayInWords(day: SurchargeDay): string {
  if ('on' in day) return monthAndDay(day.on);
  if ('from' in day) return `${monthAndDay(day.from)} to ${monthAndDay(day.to)}`;
  const name = day.weekday.charAt(0).toUpperCase() + day.weekday.slice(1);
  if (!('month' in day)) return `${name}s`;
  const month = monthName.format(Date.UTC(2000, day.month - 1, 1));
  return `the ${day.occurrence} ${name} of ${month}`;
}

const monthName = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' });
const monthDay = new Intl.DateTimeFormat('en-US', {
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
});

function monthAndDay(text: string): string {
  return monthDay.format(new Date(`2000-${text}T00:00:00Z`));
}
