import { addDays, mondayOf, nextWeekday, toDay, weekdayOf } from './calendar.ts';
import { MONTH_WORD, monthNumber, nextDayNumber, upcomingMonth } from './months.ts';
import type { TakeDays } from './read-days.ts';

/** The Saturday of a day's weekend, or of the one to come. */
const saturdayOf = (day: string): string =>
  weekdayOf(day) === 0 ? addDays(day, -1) : nextWeekday(day, 6);

const BESIDE = new RegExp(
  `\\b(weekend|week) (?:of|after|starting|beginning) (?:the )?(${MONTH_WORD} \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th))`,
);

/** "The week of the 7th", "the weekend after December 12". */
export function readWeekBeside(text: string, today: string, take: TakeDays): boolean {
  const hit = BESIDE.exec(text);
  if (hit === null) return false;
  const number = Number(/\d+/.exec(hit[2] ?? '')?.[0]);
  const month = hit[3] === undefined ? undefined : monthNumber(hit[3]);
  const named =
    month === undefined
      ? nextDayNumber(number, today)
      : toDay(upcomingMonth(month, today), month, number);
  if (named === undefined) return false;
  if (hit[1] === 'week') {
    const first = named < today ? today : named;
    take(hit.index, hit[0].length, { first, last: addDays(first, 6) });
  } else {
    const first = saturdayOf(named);
    take(hit.index, hit[0].length, { first, last: addDays(first, 1) });
  }
  return true;
}

const WEEKEND =
  /\b(next|this|the|coming|on|for|over the|in two)?\s*weekends?(?: (after next|after that))?\b/;
const LATER_WEEKEND = /\b(?:or|and) the (?:weekend|one) after(?: that)?\b/;

/** "This weekend", "next weekend or the weekend after". */
export function readWeekend(text: string, today: string, take: TakeDays): boolean {
  const hit = WEEKEND.exec(text);
  if (hit === null) return false;
  const [phrase, lead, after] = hit;
  const isNext = lead === 'next' || after !== undefined;
  const saturday = isNext
    ? addDays(mondayOf(today), after === 'after next' ? 19 : 12)
    : saturdayOf(today);
  const last = addDays(saturday, 1);
  take(hit.index, phrase.length, { first: saturday < today ? today : saturday, last });
  const end = hit.index + phrase.length;
  const later = LATER_WEEKEND.exec(text.slice(end));
  if (later !== null) {
    const first = addDays(saturday, 7);
    take(end + later.index, later[0].length, { first, last: addDays(first, 1) });
  }
  return true;
}

const WEEK = /\b(next|this) week\b(?! ?(?:end|from))/;
const NAMES_DAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/;

/** "Next week", where no day of it is named. */
export function readWeek(text: string, today: string, take: TakeDays): boolean {
  const hit = WEEK.exec(text);
  if (hit === null || NAMES_DAY.test(text)) return false;
  const monday = mondayOf(today);
  const isNext = hit[1] === 'next';
  take(hit.index, hit[0].length, {
    first: isNext ? addDays(monday, 7) : today,
    last: addDays(monday, isNext ? 13 : 6),
  });
  return true;
}
