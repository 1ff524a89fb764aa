import { toDay } from './calendar.ts';
import { lastDayOf, MONTH_WORD, monthNumber, upcomingMonth } from './months.ts';
import type { TakeDays } from './read-days.ts';

/** First and last day of what people call a part of a month; 31 is its last day. */
const PARTS: Readonly<Record<string, readonly [number, number]>> = {
  'first half': [1, 15],
  'second half': [16, 31],
  beginning: [1, 10],
  start: [1, 10],
  early: [1, 10],
  middle: [11, 20],
  mid: [11, 20],
  end: [21, 31],
  late: [21, 31],
};
/** What follows a month that has no day. */
const NO_DAY = '(?![a-z]|\\.? ?\\d)';

const PART = new RegExp(
  `\\b(?:the )?(first half|second half|beginning|start|middle|mid|end|early|late)(?: (?:of|in))?(?: the)?[ -]${MONTH_WORD}${NO_DAY}`,
);

/** "Mid-December", "the first half of January". */
export function readPartOfMonth(text: string, today: string, take: TakeDays): boolean {
  const hit = PART.exec(text);
  if (hit === null) return false;
  const [phrase, part = '', name = ''] = hit;
  const month = monthNumber(name);
  const year = upcomingMonth(month, today);
  const [from, to] = PARTS[part] ?? [1, 31];
  const end = lastDayOf(year, month);
  const last = to === 31 ? end : (toDay(year, month, to) ?? end);
  if (last < today) return false;
  const first = toDay(year, month, from) ?? today;
  take(hit.index, phrase.length, { first: first < today ? today : first, last });
  return true;
}

const NAMED = new RegExp(
  `\\b(?:in|during|for|early|mid|late|all of|any time in|sometime in) ${MONTH_WORD}${NO_DAY}`,
);
const RELATIVE = /\b(next|this) month\b/;

/** "In January", "next month": what is left of it. */
export function readMonth(text: string, today: string, take: TakeDays): boolean {
  const named = NAMED.exec(text);
  const hit = named ?? RELATIVE.exec(text);
  if (hit === null) return false;
  const current = Number(today.slice(5, 7));
  const month =
    named !== null ? monthNumber(named[1] ?? '') : hit[1] === 'next' ? (current % 12) + 1 : current;
  const year = upcomingMonth(month, today);
  const first = toDay(year, month, 1) ?? today;
  take(hit.index, hit[0].length, {
    first: first < today ? today : first,
    last: lastDayOf(year, month),
  });
  return true;
}
