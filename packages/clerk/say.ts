import { addDays, weekdayOf } from './dates/calendar.ts';

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

const wholeFormat = new Intl.NumberFormat('en-US');

const pluralOf = (noun: string): string =>
  /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;

/** "1 task", "2 tasks", "1,204 deliveries". */
export function sayCount(count: number, noun: string): string {
  return `${wholeFormat.format(count)} ${count === 1 ? noun : pluralOf(noun)}`;
}

/** An ISO day as "Saturday, December 5", with its year when that is not the year of `today`. */
export function sayDay(day: string, today: string): string {
  const text = dayFormat.format(new Date(`${day}T00:00:00Z`));
  return day.slice(0, 4) === today.slice(0, 4) ? text : `${text}, ${day.slice(0, 4)}`;
}

/** A span of ISO days, first and last included. */
export function sayDays(first: string, last: string, today: string): string {
  if (first === last) return sayDay(first, today);
  if (weekdayOf(first) === 6 && addDays(first, 1) === last) {
    return `the weekend of ${sayDay(first, today)}`;
  }
  return `${sayDay(first, today)} to ${sayDay(last, today)}`;
}

/** ISO days in order, days that follow each other as one span: "Monday, December 7; and ...". */
export function sayDaySet(days: readonly string[], today: string): string {
  const spans: { first: string; last: string }[] = [];
  for (const day of days) {
    const span = spans.at(-1);
    if (span !== undefined && addDays(span.last, 1) === day) span.last = day;
    else spans.push({ first: day, last: day });
  }
  const said = spans.map(({ first, last }) =>
    addDays(first, 1) === last
      ? `${sayDay(first, today)} and ${sayDay(last, today)}`
      : first === last
        ? sayDay(first, today)
        : `${sayDay(first, today)} to ${sayDay(last, today)}`,
  );
  if (said.length < 2) return said[0] ?? '';
  return `${said.slice(0, -1).join('; ')}; and ${said[said.length - 1]}`;
}

/** "a", "a and b", "a, b and c". */
export function sayList(entries: readonly string[], word: 'and' | 'or' = 'and'): string {
  if (entries.length < 2) return entries[0] ?? '';
  return `${entries.slice(0, -1).join(', ')} ${word} ${entries[entries.length - 1]}`;
}

/** A text as it begins a sentence. */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A sentence as it goes on with another. */
export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
