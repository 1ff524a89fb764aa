import { addDays, mondayOf, nextWeekday, toDay, weekdayOf } from './calendar.ts';
import { lastDayOf, MONTH_WORD, monthNumber, nextDayNumber, upcomingMonth } from './months.ts';
import type { TakeDays } from './read-days.ts';
import { readWeeksOfMonth } from './read-weeks-of-month.ts';
import { WEEKDAY_NAMES, weekdayNumber } from './weekdays.ts';

/** First and last day of what people call a part of a month; 31 is its last day. */
const PARTS_OF_MONTH: Readonly<Record<string, readonly [number, number]>> = {
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

/** Weekends, weeks and months, which have a first and a last day. */
export function readSpans(text: string, today: string, take: TakeDays): void {
  const weekday = weekdayOf(today);
  const thisSaturday = weekday === 0 ? addDays(today, -1) : nextWeekday(today, 6);
  const monday = mondayOf(today);
  const fromToday = (day: string): string => (day < today ? today : day);

  if (readWeeksOfMonth(text, today, take)) return;

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
  const dayOfMonth = new RegExp(
    `\\b(?:the )?(first|second|third|fourth|last|1st|2nd|3rd|4th) (${WEEKDAY_NAMES.join('|')}) (?:of|in) ${MONTH_WORD}`,
  ).exec(text);
  if (dayOfMonth !== null) {
    const [phrase, which = '', name = '', monthName = ''] = dayOfMonth;
    const month = monthNumber(monthName);
    const year = upcomingMonth(month, today);
    const wanted = weekdayNumber(name);
    const place = ['first', 'second', 'third', 'fourth', '1st', '2nd', '3rd', '4th'].indexOf(which);
    const start = nextWeekday(toDay(year, month, 1) ?? today, wanted);
    const end = nextWeekday(addDays(lastDayOf(year, month), -6), wanted);
    const day = place < 0 ? end : addDays(start, 7 * (place % 4));
    take(dayOfMonth.index, phrase.length, { first: day, last: day });
    return;
  }
  const weekOfMonth = new RegExp(
    `\\b(?:the )?(first|second|third|fourth|last|1st|2nd|3rd|4th) (?:full )?week (?:of|in) ${MONTH_WORD}(?: 20\\d\\d)?`,
  ).exec(text);
  if (weekOfMonth !== null) {
    const month = monthNumber(weekOfMonth[2] ?? '');
    const given = /20\d\d$/.exec(weekOfMonth[0])?.[0];
    const year = given === undefined ? upcomingMonth(month, today) : Number(given);
    const end = lastDayOf(year, month);
    const place = ['first', 'second', 'third', 'fourth'].indexOf(weekOfMonth[1] ?? '');
    const week = place >= 0 ? place : Number(/\d/.exec(weekOfMonth[1] ?? '')?.[0] ?? 0) - 1;
    const first = week < 0 ? addDays(end, -6) : (toDay(year, month, 1 + 7 * week) ?? end);
    take(weekOfMonth.index, weekOfMonth[0].length, {
      first: fromToday(first),
      last: fromToday(addDays(first, 6)),
    });
    return;
  }
  const near = new RegExp(
    `\\b(weekend|week) (?:of|after|starting|beginning) (?:the )?(${MONTH_WORD} \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th))`,
  ).exec(text);
  if (near !== null) {
    const number = Number(/\d+/.exec(near[2] ?? '')?.[0]);
    const month = near[3] === undefined ? undefined : monthNumber(near[3]);
    const day =
      month === undefined
        ? nextDayNumber(number, today)
        : toDay(upcomingMonth(month, today), month, number);
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
    const later = /\b(?:or|and) the (?:weekend|one) after(?: that)?\b/.exec(
      text.slice(weekend.index + weekend[0].length),
    );
    if (later !== null) {
      const first = addDays(saturday, 7);
      const index = weekend.index + weekend[0].length + later.index;
      take(index, later[0].length, { first, last: addDays(first, 1) });
    }
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
  const part = new RegExp(
    `\\b(?:the )?(first half|second half|beginning|start|middle|mid|end|early|late)(?: (?:of|in))?(?: the)?[ -]${MONTH_WORD}(?![a-z]|\\.? ?\\d)`,
  ).exec(text);
  if (part !== null) {
    const month = monthNumber(part[2] ?? '');
    const year = upcomingMonth(month, today);
    const [from, to] = PARTS_OF_MONTH[part[1] ?? ''] ?? [1, 31];
    const end = lastDayOf(year, month);
    const last = to === 31 ? end : (toDay(year, month, to) ?? end);
    if (last >= today) {
      take(part.index, part[0].length, {
        first: fromToday(toDay(year, month, from) ?? today),
        last,
      });
      return;
    }
  }
  const nextMonth = /\b(next|this) month\b/.exec(text);
  const named = new RegExp(
    `\\b(?:in|during|for|early|mid|late|all of|any time in|sometime in) ${MONTH_WORD}(?![a-z]|\\.? ?\\d)`,
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
