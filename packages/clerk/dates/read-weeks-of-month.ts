import { addDays, mondayOf, toDay } from './calendar.ts';
import { lastDayOf, MONTH_WORD, monthNumber, upcomingMonth } from './months.ts';
import type { TakeDays } from './read-days.ts';

const SEVERAL = new RegExp(
  `\\b(?:the )?(first|last) (two|three|2|3|couple of|few) weeks (?:of|in) (?:${MONTH_WORD}|(this|next) month\\b)`,
);
const IS_SO = '(?: (?:is|are|do you have|still|the|most|free|open|available|left|best|cheapest))*';
const WEEKENDS = new RegExp(
  `(?<!\\b(?:first|second|third|last|next|this) )\\bweekends?${IS_SO} (?:(?:in|of|during) ${MONTH_WORD}(?![a-z]|\\.? ?\\d)|(this|next) month\\b)`,
);

/**
 * "The last two weeks of December", and "which weekend in January", which is any of that month.
 * True where one of them was taken.
 */
export function readWeeksOfMonth(text: string, today: string, take: TakeDays): boolean {
  const several = SEVERAL.exec(text);
  const hit = several ?? WEEKENDS.exec(text);
  if (hit === null) return false;
  const [name, which] = several === null ? [hit[1], hit[2]] : [hit[3], hit[4]];
  const current = Number(today.slice(5, 7));
  const month =
    name !== undefined ? monthNumber(name) : which === 'next' ? (current % 12) + 1 : current;
  const year = upcomingMonth(month, today);
  const start = toDay(year, month, 1) ?? today;
  const end = lastDayOf(year, month);
  const days = 7 * (/^(?:three|3|few)$/.test(several?.[2] ?? '') ? 3 : 2);
  const first = several?.[1] === 'last' ? addDays(end, 1 - days) : start;
  const last = several?.[1] === 'first' ? addDays(start, days - 1) : end;
  if (last < today) return false;
  take(hit.index, hit[0].length, { first: first < today ? today : first, last });
  return true;
}

const REST =
  /\b(?:the )?(?:rest|remainder) of (?:the|this) (week|month)\b|\blater this (week|month)\b/;

/** "The rest of the week": what is left of it after today, which on a Sunday is the week to come. */
export function readRest(text: string, today: string, take: TakeDays): boolean {
  const hit = REST.exec(text);
  if (hit === null) return false;
  const month = lastDayOf(Number(today.slice(0, 4)), Number(today.slice(5, 7)));
  const tomorrow = addDays(today, 1);
  const last = (hit[1] ?? hit[2]) === 'week' ? addDays(mondayOf(tomorrow), 6) : month;
  take(hit.index, hit[0].length, { first: tomorrow > last ? last : tomorrow, last });
  return true;
}
