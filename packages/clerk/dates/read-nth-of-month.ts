import { addDays, nextWeekday, toDay, weekdayOf } from './calendar.ts';
import { lastDayOf, MONTH_WORD, monthNumber, upcomingMonth } from './months.ts';
import type { TakeDays } from './read-days.ts';
import { WEEKDAY_NAMES, weekdayNumber } from './weekdays.ts';

const ORDINAL = '(first|second|third|fourth|last|1st|2nd|3rd|4th)';
const PLACES: readonly string[] = [
  'first',
  'second',
  'third',
  'fourth',
  '1st',
  '2nd',
  '3rd',
  '4th',
];
/** 0 for the first one, -1 for the last one. */
const placeOf = (ordinal: string): number =>
  ordinal === 'last' ? -1 : PLACES.indexOf(ordinal) % 4;

const WEEKEND = new RegExp(`\\b(first|second|third|last) weekend (?:of|in) ${MONTH_WORD}`);

export function readNthWeekend(text: string, today: string, take: TakeDays): boolean {
  const hit = WEEKEND.exec(text);
  if (hit === null) return false;
  const [phrase, ordinal = '', name = ''] = hit;
  const month = monthNumber(name);
  const year = upcomingMonth(month, today);
  const place = placeOf(ordinal);
  const end = lastDayOf(year, month);
  const first = nextWeekday(toDay(year, month, 1) ?? today, 6);
  const saturday =
    place < 0 ? addDays(end, -((weekdayOf(end) + 1) % 7)) : addDays(first, 7 * place);
  take(hit.index, phrase.length, { first: saturday, last: addDays(saturday, 1) });
  return true;
}

const WEEKDAY = new RegExp(
  `\\b(?:the )?${ORDINAL} (${WEEKDAY_NAMES.join('|')}) (?:of|in) ${MONTH_WORD}`,
);

export function readNthWeekday(text: string, today: string, take: TakeDays): boolean {
  const hit = WEEKDAY.exec(text);
  if (hit === null) return false;
  const [phrase, ordinal = '', weekday = '', name = ''] = hit;
  const month = monthNumber(name);
  const year = upcomingMonth(month, today);
  const place = placeOf(ordinal);
  const start = place < 0 ? addDays(lastDayOf(year, month), -6) : toDay(year, month, 1);
  const first = nextWeekday(start ?? today, weekdayNumber(weekday));
  const day = place < 0 ? first : addDays(first, 7 * place);
  take(hit.index, phrase.length, { first: day, last: day });
  return true;
}

const WEEK = new RegExp(
  `\\b(?:the )?${ORDINAL} (?:full )?week (?:of|in) ${MONTH_WORD}(?: (20\\d\\d))?`,
);

/** The first week of a month are its first seven days. */
export function readNthWeek(text: string, today: string, take: TakeDays): boolean {
  const hit = WEEK.exec(text);
  if (hit === null) return false;
  const [phrase, ordinal = '', name = '', given] = hit;
  const month = monthNumber(name);
  const year = given === undefined ? upcomingMonth(month, today) : Number(given);
  const end = lastDayOf(year, month);
  const place = placeOf(ordinal);
  const first = place < 0 ? addDays(end, -6) : (toDay(year, month, 1 + 7 * place) ?? end);
  const last = addDays(first, 6);
  take(hit.index, phrase.length, {
    first: first < today ? today : first,
    last: last < today ? today : last,
  });
  return true;
}
