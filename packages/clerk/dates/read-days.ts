import * as chrono from 'chrono-node/en';
import { addDays, type LocalTime, nextWeekday, toDay, weekdayOf } from './calendar.ts';
import { readHoliday } from './holidays.ts';

/**
 * A day or a span of days someone wrote, first and last included, and the time of day when one
 * was given ("15:30"). `isImpossible` marks a date that does not exist; its days mean nothing.
 */
export interface DayMention {
  first: string;
  last: string;
  time?: string;
  index: number;
  isImpossible?: true;
}

/** Without one of these there is no date, and the parser need not run. */
const MAY_BE_DATE =
  /\d|day|mon\b|tue|wed|thu|fri\b|sat\b|sun\b|tomorrow|tmrw|tonight|week|month|jan|feb|mar\b|march|apr|may\b|june?\b|july?\b|aug|sep|oct|nov|dec|christmas|xmas|thanksgiving|year|juneteenth|halloween|noon|midnight|fortnight/;

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const MONTH_WORD = `(${MONTHS})[a-z]*\\.?`;
const IS_BACKWARD = /\b(?:last|ago|past|yesterday|previous)\b/;
/** Things that look like a time or a date and are not one. */
const NOT_A_DATE =
  /\b(?:same[- ]day|(?:mon|tues|wednes|thurs|fri|satur|sun)days|weekends? (?:surcharges?|fees?|rates?|charges?|pric\w+|pickups?|deliver\w+)|weekends|\d{5}(?:\s?-\s?\d{4})?|tt-?\d+|terminal\s*\w|\$\s?[\d,.]+|\(?\d{3}\)?[ -]\d{3}-\d{4}|second (?:one|option)|first (?:one|option)|third (?:one|option)|may i|right now|now|in a (?:sec|second|minute|moment|bit))\b/g;

/**
 * Reads the days in a lower-case text, in the order written. A day without a year is the next
 * one to come. "Next weekend" is the Saturday and Sunday of the week after this one.
 */
export function readDays(text: string, now: LocalTime): DayMention[] {
  if (!MAY_BE_DATE.test(text)) return [];
  const { today } = now;
  let rest = text.replace(NOT_A_DATE, (hit) => ' '.repeat(hit.length));
  const found: DayMention[] = [];
  const take = (index: number, length: number, days: Omit<DayMention, 'index'>): void => {
    found.push({ ...days, index });
    rest = rest.slice(0, index) + ' '.repeat(length) + rest.slice(index + length);
  };

  readSpans(rest, today, take);
  const holiday = readHoliday(rest, today);
  if (holiday !== undefined) {
    const before = /\b(?:the )?day (after|before) $/.exec(rest.slice(0, holiday.index));
    const shift = before === null ? 0 : before[1] === 'after' ? 1 : -1;
    const day = addDays(holiday.day, shift);
    const length = before?.[0].length ?? 0;
    take(holiday.index - length, holiday.length + length, { first: day, last: day });
  }
  readImpossible(rest, take);
  readWithChrono(rest, now, take);
  readOrdinals(rest, today, take);
  return found.sort((a, b) => a.index - b.index);
}

type Take = (index: number, length: number, days: Omit<DayMention, 'index'>) => void;

function monthNumber(word: string): number {
  return MONTHS.split('|').indexOf(word.slice(0, 3)) + 1;
}

function upcomingMonth(month: number, today: string): number {
  const year = Number(today.slice(0, 4));
  return month < Number(today.slice(5, 7)) ? year + 1 : year;
}

const lastDayOf = (year: number, month: number): string =>
  addDays(toDay(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) ?? '', -1);

/** Weekends, weeks and months, which have a first and a last day. */
function readSpans(text: string, today: string, take: Take): void {
  const weekday = weekdayOf(today);
  const thisSaturday = weekday === 0 ? addDays(today, -1) : nextWeekday(today, 6);
  const monday = addDays(today, -((weekday + 6) % 7));
  const fromToday = (day: string): string => (day < today ? today : day);

  const ofMonth = new RegExp(`\\b(first|second|third|last) weekend (?:of|in) ${MONTH_WORD}`).exec(
    text,
  );
  if (ofMonth !== null) {
    const month = monthNumber(ofMonth[2] ?? '');
    const year = upcomingMonth(month, today);
    const first = nextWeekday(toDay(year, month, 1) ?? today, 6);
    const lastSaturday = addDays(
      lastDayOf(year, month),
      -((weekdayOf(lastDayOf(year, month)) + 1) % 7),
    );
    const saturday =
      ofMonth[1] === 'last'
        ? lastSaturday
        : addDays(first, 7 * ['first', 'second', 'third'].indexOf(ofMonth[1] ?? ''));
    take(ofMonth.index, ofMonth[0].length, { first: saturday, last: addDays(saturday, 1) });
    return;
  }
  const near = new RegExp(
    `\\b(weekend|week) (?:of|after|starting|beginning) (?:the )?(${MONTH_WORD} \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th))`,
  ).exec(text);
  if (near !== null) {
    const number = Number(/\d+/.exec(near[2] ?? '')?.[0]);
    const month = near[3] === undefined ? Number(today.slice(5, 7)) : monthNumber(near[3]);
    const day = toDay(upcomingMonth(month, today), month, number);
    if (day !== undefined) {
      if (near[1] === 'week') {
        take(near.index, near[0].length, {
          first: fromToday(day),
          last: addDays(fromToday(day), 6),
        });
      } else {
        const saturday = weekdayOf(day) === 0 ? addDays(day, -1) : nextWeekday(day, 6);
        take(near.index, near[0].length, { first: saturday, last: addDays(saturday, 1) });
      }
      return;
    }
  }
  const weekend =
    /\b(next|this|the|coming|on|for|over the|in two)?\s*weekends?(?: (after next|after that))?\b/.exec(
      text,
    );
  if (weekend !== null) {
    let saturday = thisSaturday;
    if (weekend[1] === 'next' || weekend[2] !== undefined) saturday = addDays(monday, 12);
    if (weekend[2] === 'after next') saturday = addDays(saturday, 7);
    take(weekend.index, weekend[0].length, {
      first: fromToday(saturday),
      last: addDays(saturday, 1),
    });
    return;
  }
  const week = /\b(next|this) week\b(?! ?(?:end|from))/.exec(text);
  const namesDay = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/.test(text);
  if (week !== null && !namesDay) {
    const first = week[1] === 'next' ? addDays(monday, 7) : today;
    take(week.index, week[0].length, {
      first,
      last: week[1] === 'next' ? addDays(first, 6) : addDays(monday, 6),
    });
    return;
  }
  const nextMonth = /\b(next|this) month\b/.exec(text);
  const named = new RegExp(
    `\\b(?:in|during|early|mid|late|all of|any time in|sometime in) ${MONTH_WORD}(?! ?\\d)`,
  ).exec(text);
  if (nextMonth !== null || named !== null) {
    const current = Number(today.slice(5, 7));
    const month =
      named !== null
        ? monthNumber(named[1] ?? '')
        : nextMonth?.[1] === 'next'
          ? (current % 12) + 1
          : current;
    const year = upcomingMonth(month, today);
    const first = fromToday(toDay(year, month, 1) ?? today);
    const hit = named ?? nextMonth;
    if (hit !== null) take(hit.index, hit[0].length, { first, last: lastDayOf(year, month) });
  }
}

function readImpossible(text: string, take: Take): void {
  const pattern = new RegExp(
    `\\b${MONTH_WORD} (\\d{1,2})(?:st|nd|rd|th)?\\b(?!:|\\s*(?:am|pm))`,
    'g',
  );
  for (const hit of text.matchAll(pattern)) {
    // 2028 is a leap year, so that February 29 passes; the parser knows which years have one.
    if (toDay(2028, monthNumber(hit[1] ?? ''), Number(hit[2])) === undefined) {
      take(hit.index, hit[0].length, { first: '', last: '', isImpossible: true });
    }
  }
}

function readWithChrono(text: string, now: LocalTime, take: Take): void {
  const reference = { instant: now.instant, timezone: now.offsetMinutes };
  const results = chrono.casual.parse(text, reference, { forwardDate: !IS_BACKWARD.test(text) });
  for (const { index, text: hit, start, end } of results) {
    const hasDay =
      start.isCertain('day') ||
      start.isCertain('weekday') ||
      start.tags().has('result/relativeDate');
    const time = start.isCertain('hour')
      ? `${pad(start.get('hour') ?? 0)}:${pad(start.get('minute') ?? 0)}`
      : undefined;
    if (!hasDay) {
      if (time !== undefined) take(index, hit.length, { first: '', last: '', time });
      continue;
    }
    const named = toDay(start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0);
    if (named === undefined) continue;
    // Nobody calls today by its weekday.
    const isNextWeek =
      named === now.today &&
      start.isCertain('weekday') &&
      !start.isCertain('day') &&
      !/\bthis\b/.test(hit);
    const first = isNextWeek ? addDays(named, 7) : named;
    const last =
      end?.isCertain('day') === true || end?.isCertain('weekday') === true
        ? toDay(end.get('year') ?? 0, end.get('month') ?? 0, end.get('day') ?? 0)
        : undefined;
    take(index, hit.length, {
      first,
      last: last === undefined || last < first ? first : last,
      ...(time === undefined ? {} : { time }),
    });
  }
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** "the 12th": the next day of that number. */
function readOrdinals(text: string, today: string, take: Take): void {
  for (const hit of text.matchAll(
    /\b(?:the )?(\d{1,2})(?:st|nd|rd|th)\b(?! (?:street|st\b|ave|floor|one|option|time))/g,
  )) {
    let year = Number(today.slice(0, 4));
    let month = Number(today.slice(5, 7));
    for (let tries = 0; tries < 3; tries += 1) {
      const day = toDay(year, month, Number(hit[1]));
      if (day !== undefined && day >= today) {
        take(hit.index, hit[0].length, { first: day, last: day });
        break;
      }
      month += 1;
      if (month > 12) {
        month = 1;
        year += 1;
      }
    }
  }
}
