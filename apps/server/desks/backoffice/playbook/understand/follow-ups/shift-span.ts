import {
  addDays,
  mondayOf,
  NUMBER_WORDS,
  readNumber,
  sayDays,
  WEEKDAY_NAMES,
  weekdayNumber,
  weekdayOf,
} from '@deskbell/clerk';
import type { Span } from '../../days/span.ts';

const UNIT = `day|week|month|week-?end|${WEEKDAY_NAMES.join('|')}`;
const COUNT = `(?:(\\d{1,2}|couple of|few|${NUMBER_WORDS}) )?`;
/** "The day before", "the two weeks after that", "the Monday after". */
const BESIDE = new RegExp(
  `\\b(?:the|on|that|same) (?:whole |entire |full )?${COUNT}(${UNIT})s? (before|after|prior|earlier|later|following)(?: (?:that|it|this|those|then))?[?.!]*$`,
);
/** "The previous week", "the following Monday". */
const NEXT_TO = new RegExp(
  `\\b(?:the|that) (previous|preceding|following) ${COUNT}(${UNIT})s?[?.!]*$`,
);
/** "The whole week" around the days asked about. */
const WHOLE =
  /\b(?:(?:the|that) )?(?:whole|entire|full|complete|all of that) (week|month|week-?end)[?.!]*$/;
const WEEKDAY_ALONE = new RegExp(
  `(?<!\\b(?:this|last|next|past|coming|previous|every) )\\b(${WEEKDAY_NAMES.join('|')})(?:'?s)?\\b`,
);
/** In so many days no weekday is meant but one of them. */
const MOST_DAYS = 14;

interface Days {
  from: string;
  to: string;
}

const numberOf = (word: string | undefined): number =>
  word === undefined ? 1 : word === 'couple of' ? 2 : word === 'few' ? 3 : (readNumber(word) ?? 1);

function monthsBeside(day: string, step: number, count: number): Days {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const startOf = (at: number): string =>
    `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`;
  const first = step > 0 ? month + 1 : month - count;
  return { from: startOf(first), to: addDays(startOf(first + count), -1) };
}

/** The weekday next to the days, on either side of them. */
function weekdayBeside({ from, to }: Days, weekday: number, step: number): Days {
  const edge = step > 0 ? to : from;
  const away = (step * (weekday - weekdayOf(edge)) + 7) % 7 || 7;
  const day = addDays(edge, step * away);
  return { from: day, to: day };
}

function weekendBeside({ from, to }: Days, step: number): Days {
  const edge = step > 0 ? to : from;
  const saturday = addDays(mondayOf(edge), 5);
  const isIn = weekdayOf(edge) === 6 || weekdayOf(edge) === 0;
  const start = step > 0 ? addDays(saturday, isIn ? 7 : 0) : addDays(saturday, -7);
  return { from: start, to: addDays(start, 1) };
}

function weeksBeside({ from, to }: Days, step: number, count: number): Days {
  // The week before one day, or before some of its days, is one of the calendar.
  const isWeek = addDays(from, 6) === to;
  const start = isWeek ? from : mondayOf(from);
  const first = step > 0 ? addDays(start, 7) : addDays(start, -7 * count);
  return { from: first, to: addDays(first, 7 * count - 1) };
}

function beside(days: Days, unit: string, step: number, count: number): Days {
  const weekday = WEEKDAY_NAMES.indexOf(unit);
  if (weekday >= 0) return weekdayBeside(days, weekday, step);
  if (unit === 'month') return monthsBeside(days.from, step, count);
  if (unit === 'week') return weeksBeside(days, step, count);
  if (unit.endsWith('end')) return weekendBeside(days, step);
  return step > 0
    ? { from: addDays(days.to, 1), to: addDays(days.to, count) }
    : { from: addDays(days.from, -count), to: addDays(days.from, -1) };
}

/** "The week before?": the days beside those asked about last; undefined when it is not that. */
export function shiftSpan(text: string, last: Span | undefined, today: string): Span | undefined {
  if (last?.from === undefined || last.to === undefined) return undefined;
  const around = WHOLE.exec(text)?.[1];
  if (around !== undefined) return labelled(wholeOf(last.from, around), today);
  const own = BESIDE.exec(text);
  const other = own === null ? NEXT_TO.exec(text) : null;
  const [count, unit, which] =
    own === null ? [other?.[2], other?.[3], other?.[1]] : [own[1], own[2], own[3]];
  if (unit === undefined || which === undefined) return undefined;
  const step = /^(?:after|following|later)$/.test(which) ? 1 : -1;
  const days = beside({ from: last.from, to: last.to }, unit, step, numberOf(count));
  return labelled(days, today);
}

function labelled(days: Days, today: string): Span {
  const said = sayDays(days.from, days.to, today);
  const lead = days.from === days.to || said.startsWith('the ') ? 'on ' : 'from ';
  return { ...days, label: `${lead}${said}` };
}

/** The week, weekend or month around a day. */
export function wholeOf(day: string, unit: string): Days {
  if (unit === 'month') return monthsBeside(monthsBeside(day, -1, 1).from, 1, 1);
  const monday = mondayOf(day);
  const from = unit === 'week' ? monday : addDays(monday, 5);
  return { from, to: addDays(monday, 6) };
}

/** "The ones from Sunday" of a week asked about is the Sunday of that week. */
export function weekdayWithin(
  text: string,
  last: Span | undefined,
  today: string,
): Span | undefined {
  const word = WEEKDAY_ALONE.exec(text)?.[1];
  if (word === undefined || last?.from === undefined || last.to === undefined) return undefined;
  if (last.from === last.to || last.to > addDays(last.from, MOST_DAYS - 1)) return undefined;
  const back = (weekdayOf(last.to) - weekdayNumber(word) + 7) % 7;
  const day = addDays(last.to, -back);
  if (day < last.from) return undefined;
  return { from: day, to: day, label: `on ${sayDays(day, day, today)}` };
}
