import {
  addDays,
  lastDayOf,
  MONTH_NAMES,
  mondayOf,
  monthNumber,
  sayDay,
  toDay,
  weekdayOf,
} from '@deskbell/clerk';
import { dateOf, MONTH, NUMBER } from './date-of.ts';
import type { DayContext, Found, Matcher } from './expression.ts';

const YEAR = '(?:,? (20\\d\\d))?';
const WEEKDAY = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?)?';
const HOLIDAY = '(?:thanksgiving(?: day)?|black friday|cyber monday|christmas(?: eve| day)?)';
const WEEK_OF =
  '\\b(?:(?:in|for|during|over|from) )?(?:the |that )?(week|week-?end) (?:of|beginning|starting|commencing|from|around|with)(?: on| with)? (?:the )?';
/** The period goes on to a day that is named as well. */
const NO_END = '(?! ?(?:-|to|through|thru|until|till) ?(?:the )?(?:\\d|[a-z]{3,9} \\d))';

/** The 16th that lies nearest: of this month, the last or the next one. */
function numbered(day: number, { today, direction }: DayContext): string | undefined {
  const at = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  const step = direction === 'past' ? -1 : 1;
  return [0, step, 2 * step]
    .map((shift) => toDay(Math.floor((at + shift) / 12), ((at + shift) % 12) + 1, day))
    .find((date) => date !== undefined && (step < 0 ? date <= today : date >= mondayOf(today)));
}

function periodOf(
  unit: string | undefined,
  day: string | undefined,
  { today }: DayContext,
): Found | undefined {
  if (day === undefined) return undefined;
  const isWeekend = unit !== 'week';
  const first = isWeekend ? addDays(mondayOf(day), 5) : mondayOf(day);
  const name = `the ${isWeekend ? 'weekend' : 'week'} of ${sayDay(day, today)}`;
  return {
    first,
    last: addDays(first, isWeekend ? 1 : 6),
    name,
    lead: isWeekend ? 'on ' : 'in ',
    isRelative: false,
  };
}

const between = (
  first: string | undefined,
  last: string | undefined,
  { today }: DayContext,
): Found | undefined =>
  first === undefined || last === undefined || last < first
    ? undefined
    : {
        first,
        last,
        name: `${sayDay(first, today)} to ${sayDay(last, today)}`,
        lead: '',
        isRelative: false,
      };

/** Days 1 to 10, 11 to 20 and the rest; the end is its last third as well. */
function partOf(part: string, month: string, context: DayContext & { year?: string }) {
  const start = dateOf(monthNumber(month), 1, { year: context.year, context });
  if (start === undefined) return undefined;
  const last = lastDayOf(Number(start.slice(0, 4)), Number(start.slice(5, 7)));
  const name = `${part} ${MONTH_NAMES[monthNumber(month) - 1]}`;
  const lead = 'in ' as const;
  const isRelative = false;
  if (/early|beginning|start/.test(part)) {
    return { first: start, last: addDays(start, 9), name, lead, isRelative };
  }
  if (/mid/.test(part)) {
    return { first: addDays(start, 10), last: addDays(start, 19), name, lead, isRelative };
  }
  const isEnd = /end/.test(part);
  return {
    first: addDays(start, 20),
    last,
    name: isEnd ? `the end of ${MONTH_NAMES[monthNumber(month) - 1]}` : name,
    lead,
    isRelative,
  };
}

/** Periods that are named by a day in them, and days that are named twice or one after another. */
export const namedPeriods: readonly Matcher[] = [
  {
    pattern: new RegExp(`${WEEK_OF}${WEEKDAY}${MONTH} (?:the )?${NUMBER}\\b${YEAR}${NO_END}`, 'g'),
    read: ([, unit, month = '', day, year], context) =>
      periodOf(unit, dateOf(monthNumber(month), Number(day), { year, context }), context),
  },
  {
    pattern: new RegExp(`${WEEK_OF}${WEEKDAY}${NUMBER} (?:of )?${MONTH}${YEAR}${NO_END}`, 'g'),
    read: ([, unit, day, month = '', year], context) =>
      periodOf(unit, dateOf(monthNumber(month), Number(day), { year, context }), context),
  },
  {
    pattern: new RegExp(`${WEEK_OF}${WEEKDAY}(\\d{1,2})/(\\d{1,2})(?![\\d/])${NO_END}`, 'g'),
    read: ([, unit, month, day], context) =>
      periodOf(unit, dateOf(Number(month), Number(day), { context }), context),
  },
  {
    pattern: new RegExp(`${WEEK_OF}${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)\\b${NO_END}`, 'g'),
    read: ([, unit, day], context) => periodOf(unit, numbered(Number(day), context), context),
  },
  // "Thanksgiving, November 26": one day, named twice.
  {
    pattern: new RegExp(`\\b${HOLIDAY},? (?:on )?\\(?${MONTH} ${NUMBER}\\b\\)?${YEAR}`, 'g'),
    read: ([, month = '', day, year], context) => {
      const date = dateOf(monthNumber(month), Number(day), { year, context });
      return date === undefined
        ? undefined
        : {
            first: date,
            last: date,
            name: sayDay(date, context.today),
            lead: 'on ',
            isRelative: false,
          };
    },
  },
  // "From 16 to 18 November".
  {
    pattern: new RegExp(
      `\\b(?:the )?${NUMBER} ?(?:-|to|through|thru|until|till) ?(?:the )?${NUMBER} (?:of )?${MONTH}${YEAR}`,
      'g',
    ),
    read: ([, from, to, month = '', year], context) =>
      between(
        dateOf(monthNumber(month), Number(from), { year, context }),
        dateOf(monthNumber(month), Number(to), { year, context }),
        context,
      ),
  },
  // "November 9, 10 and 11", where one follows the other.
  {
    pattern: new RegExp(
      `\\b${MONTH} ${NUMBER}((?:, \\d{1,2}(?:st|nd|rd|th)?){0,5}),? (?:and|&) (?:the )?${NUMBER}(?![\\d:/]| (?:mails?|e-?mails?|tasks?|[a-z]+day))\\b`,
      'g',
    ),
    read: ([, month = '', first, middle = '', last], context) => {
      const days = [first, ...(middle.match(/\d{1,2}/g) ?? []), last].map(Number);
      const isRow = days.every((day, at) => at === 0 || day === (days[at - 1] ?? 0) + 1);
      if (!isRow) return undefined;
      return between(
        dateOf(monthNumber(month), Number(first), { context }),
        dateOf(monthNumber(month), Number(last), { context }),
        context,
      );
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:in |during )?(?:the )?(early|mid|middle of|late|beginning of|start of|end of)(?: |-)?${MONTH}${YEAR}`,
      'g',
    ),
    read: ([, part = '', month = '', year], context) =>
      partOf(part.replace(/ of$/, ''), month, year === undefined ? context : { ...context, year }),
  },
  {
    pattern: /\b(?:the )?(?:end of (?:the|this) year|year'?s?[- ]end|eoy)\b/g,
    read: (_hit, { today }) => ({
      first: today,
      last: `${today.slice(0, 4)}-12-31`,
      name: 'the end of the year',
      lead: '',
      isRelative: true,
    }),
  },
  {
    pattern: new RegExp(`\\b(?:for |in |during )?(?:the )?(?:rest|remainder) of ${MONTH}`, 'g'),
    read: ([, month = ''], context) => {
      const start = dateOf(monthNumber(month), 1, { context });
      if (start === undefined || start.slice(0, 7) !== context.today.slice(0, 7)) return undefined;
      const last = lastDayOf(Number(start.slice(0, 4)), Number(start.slice(5, 7)));
      const name = `the rest of ${MONTH_NAMES[monthNumber(month) - 1]}`;
      return { first: context.today, last, name, lead: 'in ', isRelative: false };
    },
  },
  // "Since before the weekend" is since its Friday.
  {
    pattern: /\bsince (?:just |shortly )?before the week-?end\b/g,
    read: (_hit, { today }) => {
      const saturday = addDays(
        mondayOf(today),
        weekdayOf(today) === 6 || weekdayOf(today) === 0 ? 5 : -2,
      );
      const friday = addDays(saturday, -1);
      return {
        first: friday,
        last: today,
        name: `since ${sayDay(friday, today)}`,
        lead: '',
        isRelative: true,
      };
    },
  },
];
