import { daysBetween, toDay, weekdayOf } from '@deskbell/clerk';
import { hitsOf } from '../../text/hits-of.ts';
import { yearIn } from './calendar.ts';
import { type Reading, take } from './mention.ts';
import {
  DAY,
  fullYear,
  MONTH,
  monthOf,
  numberOf,
  ORDINAL_WORD,
  WEEKDAY,
  weekdayNumber,
  YEAR,
  yearOf,
} from './words.ts';

const YEAR_TAIL = `(?:[-/ ,.]{1,3}(?:(?:of|in) )?(${YEAR})|(?: of (?=\\d)|[-/ ,]{0,3}')(\\d\\d)(?!\\d)|[-/](\\d\\d)(?![\\d:]))?`;
const TIME_AHEAD = '(?!:\\d| ?[ap]\\.?m)';
const RANGE_END =
  '(?: ?(?:-|to|through|thru|until) ?(?:the )?([0-3]?\\d)(?:st|nd|rd|th)?(?![\\da-z:]|[-/]\\d| ?[ap]\\.?m|,? (?:people|boxes|units|copies)))?';

const YEAR_FIRST = new RegExp(
  `(?<!\\d)(?<!\\d[-/.])((?:19|20|21)\\d\\d)([-/. ])(${MONTH}|\\d{1,2})\\2(${MONTH}|\\d{1,2})(?!\\d|[/.]\\d)(?:[t ](\\d\\d):(\\d\\d)(?::\\d\\d(?:\\.\\d{1,9})?)? ?(z(?![a-z])|[+-]\\d\\d:?\\d\\d)?)?`,
  'g',
);
const DAY_MONTH = new RegExp(
  `(?<![\\w.$]|\\d:|\\$ )(?:the )?(?:([0-3]?\\d)(?:st|nd|rd|th)? ?(?:-|to|through|and|&) ?(?:the )?)?(${DAY})(?: day)?[-/ .]{0,2}(?:of )?(${MONTH})\\.?${YEAR_TAIL}`,
  'g',
);
const MONTH_DAY = new RegExp(
  `(?<![\\w])(${MONTH})[-/ ,.]{0,2}(?:the )?(${DAY})${TIME_AHEAD}${RANGE_END}${YEAR_TAIL}`,
  'g',
);
const MONTH_DAY_GLUED =
  /(?<!\w)(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(\d{1,2})(?:st|nd|rd|th)?(?: ?[,-] ?((?:19|20)\d\d))?(?![\da-z])/g;
const SLASHES =
  /(?<![\d.,:/$€£#-])(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?![\d/%]|[.,:]\d| ?(?:cups?|inch|hours?|hrs?|price|off|full|done|complete)\b)/g;
const DASHES = /(?<![\d.,:/$€£-])(\d{1,2})-(\d{1,2})-((?:19|20|21)\d\d|\d\d)(?![\d-])/g;
/** "By 03-27". */
const CUED_DASH =
  /(?<=\b(?:on|by|before|until|due|since) )(\d{1,2})-(\d{1,2})(?![\d:/-]| ?[ap]\.?m| (?:of )?[a-z]+day| (?:people|days|weeks|months|business|working|min|hours?))/g;
const DOTS =
  /(?<![\d.,:/$€£-])(\d{1,2})\.(\d{1,2})\.((?:19|20|21)\d\d|(?<=\d\d\.\d\d\.)\d\d)(?!\d|[.,]\d)/g;
/** "Friday 7.6": without a weekday this is a number. */
const WEEKDAY_NUMERIC = new RegExp(
  `(?<=(?:${WEEKDAY}) {1,2})(\\d{1,2})\\.(\\d{1,2})(?![\\d.]| ?[ap]\\.?m)`,
  'g',
);

const ORDINAL_DAY = new RegExp(`^(?:\\d|${ORDINAL_WORD}|(?:twenty|thirty)[- ])`);

/** Reads dates that are written as such, with the weekday beside them. `isDayFirst`: 3/4 is 3 April. */
export function readCalendarDates(reading: Reading, isDayFirst: boolean): void {
  const { hasDigit, hasMonthName } = reading.signs;
  if (hasDigit) readYearFirst(reading);
  if (hasMonthName) readNamedMonths(reading);
  if (hasDigit) readFigures(reading, isDayFirst);
  joinWeekdays(reading);
}

/** "March 3", "the third of March 2026". */
function readNamedMonths(reading: Reading): void {
  each(reading, DAY_MONTH, (hit) => {
    const [all, firstDay, day = '', month = '', year, shortYear, dashYear] = hit;
    // "The second may be late" and "one may wonder" name no day.
    const isVerb = /^ma[yr]/.test(month) && !/^\d/.test(day);
    if (isVerb && !/ of /.test(all) && year === undefined) return;
    noteDate(reading, hit, {
      month: monthOf(month),
      day: numberOf(day),
      year: readYear(year, shortYear ?? dashYear),
      ...(firstDay === undefined ? {} : { firstDay: Number(firstDay) }),
    });
  });
  each(reading, MONTH_DAY, (hit) => {
    const [, month = '', day = '', lastDay, year, shortYear, dashYear] = hit;
    if (/^ma[yr]/.test(month) && !ORDINAL_DAY.test(day)) return;
    // "We may 3 times", "march 4 miles": the verb is not followed by a day.
    if (
      month === 'may' &&
      /^\d+$/.test(day) &&
      /\b(?:you|we|i|they|it|he|she|that|which|this|who) $/.test(
        reading.text.slice(Math.max(0, hit.index - 8), hit.index),
      )
    )
      return;
    const first = numberOf(day);
    noteDate(reading, hit, {
      month: monthOf(month),
      day: lastDay === undefined || Number(lastDay) <= first ? first : Number(lastDay),
      year: readYear(year, shortYear ?? dashYear),
      ...(lastDay === undefined || Number(lastDay) <= first ? {} : { firstDay: first }),
    });
  });
  each(reading, MONTH_DAY_GLUED, (hit) => {
    const [, month = '', day = '', year] = hit;
    noteDate(reading, hit, {
      month: monthOf(month),
      day: Number(day),
      year: readYear(year, undefined),
    });
  });
}

/** "3/4", "3.4.2026", "by 03-27". */
function readFigures(reading: Reading, isDayFirst: boolean): void {
  each(reading, DOTS, (hit) => numeric(reading, hit, true));
  each(reading, CUED_DASH, (hit) => numeric(reading, hit, isDayFirst));
  each(reading, DASHES, (hit) => numeric(reading, hit, isDayFirst));
  each(reading, SLASHES, (hit) => {
    if (/^(?:24\/7|1\/2|1\/4|3\/4|2\/3|1\/3)$/.test(hit[0]) && !hasDateCue(reading, hit.index))
      return;
    numeric(reading, hit, isDayFirst);
  });
  each(reading, WEEKDAY_NUMERIC, (hit) => numeric(reading, hit, isDayFirst));
}

/** Runs `read` on the hits whose words are still to be read. */
export function each(
  reading: Reading,
  pattern: RegExp,
  read: (hit: RegExpExecArray) => void,
): void {
  for (const hit of hitsOf(reading.rest, pattern)) {
    // An earlier hit of the same pattern may have taken these words.
    if (reading.rest.charCodeAt(hit.index) !== 35 /* '#' */) read(hit);
  }
}

function readYear(words: string | undefined, shortYear: string | undefined): number | undefined {
  if (words !== undefined) return yearOf(words);
  return shortYear === undefined ? undefined : fullYear(shortYear);
}

const hasDateCue = (reading: Reading, index: number): boolean =>
  /(?:\b(?:on|by|until|till|before|due|after|from|since|day|date)|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*),? (?:the )?$/.test(
    reading.text.slice(Math.max(0, index - 14), index),
  );

function readYearFirst(reading: Reading): void {
  each(reading, YEAR_FIRST, (hit) => {
    const [all, year = '', separator, second = '', third = '', hour, minute, zone] = hit;
    if (separator === ' ' && /^\d/.test(second) && second.length + third.length < 4) return;
    const isDayBeforeMonth = /^[a-z]/.test(third);
    const month = isDayBeforeMonth ? third : second;
    const day = isDayBeforeMonth ? second : third;
    if (!/^\d/.test(day)) return;
    const monthNumber = /^\d/.test(month) ? Number(month) : monthOf(month);
    const date = toDay(Number(year), monthNumber, Number(day));
    if (date === undefined) return;
    const end = hit.index + all.length;
    if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) {
      const length = hour === undefined ? all.length : all.search(/[t ]\d\d:\d\d/);
      take(reading, {
        start: hit.index,
        end: hit.index + length,
        kind: 'day',
        date,
        source: 'calendar',
      });
    } else if (zone === undefined) {
      take(reading, {
        start: hit.index,
        end,
        kind: 'day',
        date,
        time: `${hour}:${minute}`,
        source: 'calendar',
      });
    } else {
      const offset = zone === 'z' ? 'Z' : zone.replace(/^(...)(\d\d)$/, '$1:$2');
      const instant = new Date(`${date}T${hour}:${minute}:00${offset}`);
      if (Number.isNaN(instant.getTime())) return;
      const local = reading.toLocal(instant);
      take(reading, {
        start: hit.index,
        end,
        kind: 'day',
        date: local.today,
        time: local.time,
        source: 'calendar',
      });
    }
  });
}

function numeric(reading: Reading, hit: RegExpExecArray, isDayFirst: boolean): void {
  const [all, one = '', two = '', year] = hit;
  const [first, second] = [Number(one), Number(two)];
  const isSwapped = isDayFirst ? second > 12 : first > 12;
  const [month, day] = isDayFirst !== isSwapped ? [second, first] : [first, second];
  if (month < 1 || month > 12 || day < 1 || day > 31) return;
  const date = { month, day, year: year === undefined ? undefined : fullYear(year) };
  noteDate(reading, hit, date, all);
}

const WHICH_YEAR = /^,? (?:of )?(this|next|last) year\b/;

interface WrittenDate {
  month: number;
  /** The last one of a range. */
  day: number;
  firstDay?: number;
  year: number | undefined;
}

function noteDate(
  reading: Reading,
  hit: RegExpExecArray,
  written: WrittenDate,
  all = hit[0],
): void {
  const { month, day, firstDay } = written;
  if (day < 1) return;
  const start = hit.index;
  const tail =
    written.year === undefined
      ? WHICH_YEAR.exec(reading.rest.slice(start + all.length, start + all.length + 16))
      : null;
  const end = start + all.length + (tail?.[0].length ?? 0);
  const thisYear = yearIn(reading.now.today);
  const year =
    tail === null
      ? written.year
      : thisYear + (tail[1] === 'next' ? 1 : tail[1] === 'last' ? -1 : 0);
  const atom = { start, end, source: 'calendar' } as const;
  // 2028 is a leap year.
  if (toDay(year ?? 2028, month, day) === undefined) {
    if (day <= 31) take(reading, { ...atom, kind: 'impossible', date: null });
    return;
  }
  const last =
    year === undefined ? upcoming(reading.now.today, month, day) : toDay(year, month, day);
  if (last === undefined) return;
  const first = firstDay === undefined ? undefined : toDay(yearIn(last), month, firstDay);
  const previous = year === undefined ? upcoming(reading.now.today, month, day, -1) : undefined;
  take(reading, {
    ...atom,
    ...(first === undefined || first >= last
      ? { kind: 'day', date: last }
      : { kind: 'span', date: first, endDate: last }),
    ...(previous === undefined ? {} : { previousDate: previous }),
  });
}

/** The next such day, today included, or with `step` -1 the one before today. */
export function upcoming(
  today: string,
  month: number,
  day: number,
  step: 1 | -1 = 1,
): string | undefined {
  // February 29 comes after at most eight years.
  for (let year = yearIn(today), tries = 0; tries < 9; tries += 1, year += step) {
    const date = toDay(year, month, day);
    if (date !== undefined && (step === 1 ? date >= today : date < today)) return date;
  }
  return undefined;
}

/** A weekday right before a date. */
export const WEEKDAY_BEFORE = new RegExp(
  `(?:\\b(?:this|next|coming) )?\\b(${WEEKDAY})(?:,? ?\\(| ?,| ?-)? {0,2}(?:the )?$`,
);
const WEEKDAY_AFTER = new RegExp(`^ ?(?:\\(|, ?)(${WEEKDAY})(?:\\)|(?=[,.;]|$| at))`);

/** A mail that names a weekday and no year speaks of the past only when it is near. */
const LATELY_DAYS = 45;

/** Takes in the weekday beside a date; where the two disagree, the date counts and is ambiguous. */
function joinWeekdays(reading: Reading): void {
  for (const atom of reading.atoms) {
    if (atom.kind !== 'day' || atom.date === null) continue;
    const from = Math.max(0, atom.start - 24);
    const before = WEEKDAY_BEFORE.exec(reading.rest.slice(from, atom.start));
    const after =
      before === null ? WEEKDAY_AFTER.exec(reading.rest.slice(atom.end, atom.end + 14)) : null;
    const weekday = weekdayNumber((before ?? after)?.[1] ?? '');
    if (before === null && after === null) continue;
    if (before !== null) atom.start = from + before.index;
    if (after !== null) atom.end += after[0].length;
    if (weekdayOf(atom.date) !== weekday) atom.isAmbiguous = true;
    // A Friday of last month is meant when next year's is none; a slip about a near day is likelier.
    const { previousDate } = atom;
    if (
      atom.isAmbiguous === true &&
      previousDate !== undefined &&
      weekdayOf(previousDate) === weekday &&
      daysBetween(previousDate, reading.now.today) <= LATELY_DAYS &&
      daysBetween(previousDate, reading.now.today) < daysBetween(reading.now.today, atom.date)
    ) {
      atom.isPastMoreLikely = true;
    }
    reading.rest =
      reading.rest.slice(0, atom.start) +
      '#'.repeat(atom.end - atom.start) +
      reading.rest.slice(atom.end);
  }
}
