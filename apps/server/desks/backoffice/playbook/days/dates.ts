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
import type { DayContext, Found, Matcher } from './expression.ts';

const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const NUMBER = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(20\\d\\d)';
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
/** A date that passed no longer ago than this is meant even where dates usually lie ahead. */
const RECENT_DAYS = 60;

const onDay = (day: string | undefined, { today }: DayContext): Found | undefined =>
  day === undefined
    ? undefined
    : { first: day, last: day, name: sayDay(day, today), lead: 'on ', isRelative: false };

function dateOf(month: number, day: number, year: string | undefined, context: DayContext) {
  const { today, direction } = context;
  if (year !== undefined) return toDay(Number(year), month, day);
  const thisYear = Number(today.slice(0, 4));
  const date = toDay(thisYear, month, day);
  if (date === undefined) return undefined;
  if (direction === 'past') return date > today ? toDay(thisYear - 1, month, day) : date;
  return date < addDays(today, -RECENT_DAYS) ? toDay(thisYear + 1, month, day) : date;
}

function numberedDay(number: number, { today, direction }: DayContext): string | undefined {
  const step = direction === 'past' ? -1 : 1;
  const start = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  for (let tries = 0; tries < 3; tries += 1) {
    const at = start + step * tries;
    const day = toDay(Math.floor(at / 12), (at % 12) + 1, number);
    if (day !== undefined && (step < 0 ? day <= today : day >= today)) return day;
  }
  return undefined;
}

function weekday(which: string | undefined, weekdayNumber: number, context: DayContext): string {
  const { today, direction } = context;
  const monday = mondayOf(today);
  if (which === 'this') return addDays(monday, (weekdayNumber + 6) % 7);
  const isPast =
    /last|past|previous/.test(which ?? '') || (which === undefined && direction === 'past');
  const ahead = (weekdayNumber - weekdayOf(today) + 7) % 7;
  // Nobody calls today by its weekday.
  return isPast
    ? addDays(today, ahead === 0 ? -7 : ahead - 7)
    : addDays(today, ahead === 0 ? 7 : ahead);
}

/** Dates of the calendar, weekdays, months and holidays. */
export const dates: readonly Matcher[] = [
  {
    pattern: /\b(20\d\d)-(\d{2})-(\d{2})\b/g,
    read: ([, year, month, day], context) =>
      onDay(toDay(Number(year), Number(month), Number(day)), context),
  },
  {
    pattern: /(?<![\d/.])(\d{1,2})\/(\d{1,2})(?:\/((?:20)?\d\d))?(?![\d/])/g,
    read: ([, first, second, year], context) => {
      const inYear = year && `20${year.slice(-2)}`;
      // 11/18 as here; 18/11 can only be the other order.
      const day =
        dateOf(Number(first), Number(second), inYear, context) ??
        dateOf(Number(second), Number(first), inYear, context);
      return onDay(day, context);
    },
  },
  {
    pattern:
      /(?<![\d.])(\d{1,2})\.(\d{1,2})\.((?:20)?\d\d)?(?![\d.])|(?<=\b(?:on|since|from|until|till|by|before|after|between|to|and) )(\d{1,2})\.(\d{1,2})(?![\d.]|[ ]?(?:%|percent|usd|eur))/g,
    read: ([, day, month, year, bareDay, bareMonth], context) =>
      onDay(
        dateOf(
          Number(month ?? bareMonth),
          Number(day ?? bareDay),
          year && `20${year.slice(-2)}`,
          context,
        ),
        context,
      ),
  },
  {
    pattern: new RegExp(`\\b(?:the )?week of (?:the )?${MONTH} ${NUMBER}\\b`, 'g'),
    read: ([, month = '', day], context) => {
      const named = dateOf(monthNumber(month), Number(day), undefined, context);
      if (named === undefined) return undefined;
      const first = mondayOf(named);
      const name = `the week of ${sayDay(named, context.today)}`;
      return { first, last: addDays(first, 6), name, lead: 'in ', isRelative: false };
    },
  },
  {
    pattern: new RegExp(
      `\\b${MONTH} ${NUMBER}(?:,? ${YEAR})? ?(?:-|to|through|thru|until) *(?:the )?${NUMBER}(?!\\d|/)(?:,? ${YEAR})?`,
      'g',
    ),
    read: ([, month = '', from, early, to, late], context) => {
      const first = dateOf(monthNumber(month), Number(from), early ?? late, context);
      const last = first && toDay(Number(first.slice(0, 4)), Number(first.slice(5, 7)), Number(to));
      if (first === undefined || last === undefined || last < first) return undefined;
      const name = `${sayDay(first, context.today)} to ${sayDay(last, context.today)}`;
      return { first, last, name, lead: '', isRelative: false };
    },
  },
  {
    pattern: new RegExp(`\\b(?:the )?${NUMBER} (?:of )?${MONTH}(?:,? ${YEAR})?\\b`, 'g'),
    read: ([, day, month = '', year], context) =>
      onDay(dateOf(monthNumber(month), Number(day), year, context), context),
  },
  {
    pattern: new RegExp(`\\b${MONTH} (?:the )?${NUMBER}(?!\\d)(?:,? ${YEAR})?\\b`, 'g'),
    read: ([, month = '', day, year], context) =>
      onDay(dateOf(monthNumber(month), Number(day), year, context), context),
  },
  {
    pattern: new RegExp(
      `\\b(?:(in|during|for|of|last|throughout|all of) )?${MONTH}(?: (?:of )?${YEAR})?(?:'s)?(?!\\w| \\d{1,2}(?!\\d))`,
      'g',
    ),
    read: (hit, { today, direction }) => {
      const [, lead, month = '', year] = hit;
      const isLed =
        lead !== undefined ||
        /\b(?:since|before|after|until|till|by|through|to|and) $/.test(
          hit.input?.slice(0, hit.index) ?? '',
        );
      // "May", "march" and "mar" are words of their own.
      if (/^(?:may|mar|march)$/.test(month) && !isLed && year === undefined) return undefined;
      const number = monthNumber(month);
      const current = Number(today.slice(5, 7));
      const shift =
        direction === 'past'
          ? number > current
            ? -1
            : 0
          : number < current && lead !== 'last'
            ? 1
            : 0;
      const inYear = Number(year ?? Number(today.slice(0, 4)) + shift);
      const first = toDay(inYear, number, 1) ?? today;
      const name = `${MONTH_NAMES[number - 1]}${first.slice(0, 4) === today.slice(0, 4) ? '' : ` ${inYear}`}`;
      return { first, last: lastDayOf(inYear, number), name, lead: 'in ', isRelative: false };
    },
  },
  {
    pattern:
      /(?<!\b(?:black|good|cyber) )\b(?:(this|last|next|past|previous|coming|this coming) )?(sunday|monday|tuesday|wednesday|thursday|friday|saturday|mon|tues?|weds?|thur?s?|fri)(?:'?s)?\b|\b(this|last|next|on|since|by|until|before|after|for|from|inbox|e-?mails|mails|due) (sun|sat)\b|\b(sat|sun)(?= ?(?:\+|&|and|or|,|\/|-|to) ?(?:mon|tue|wed|thu|fri|sat|sun))|(?<=\b(?:mon|tues?|weds?|thur?s?|fri|sat|sun)(?:day|nesday|urday)? ?(?:\+|&|and|or|,|\/|-|to) ?)(sat|sun)\b/g,
    read: ([hit, which, full, lead, led, before, after], context) => {
      const word = full ?? led ?? before ?? after ?? '';
      if (/days$/.test(word)) return undefined;
      const day = weekday(
        which ?? (/this|last|next/.test(lead ?? '') ? lead : undefined),
        WEEKDAYS.indexOf(word.slice(0, 3)),
        context,
      );
      const found = onDay(day, context);
      const isName =
        lead !== undefined && !/^(?:this|last|next|on|since|by|until|before|after)$/.test(lead);
      return found && isName ? { ...found, skipped: hit.length - 3 } : found;
    },
  },
  {
    pattern:
      /\b(?:on )?the (\d{1,2})(?:st|nd|rd|th)\b(?! (?:[a-z-]{2,20} ){0,2}(?:one|e-?mail|mail|message|task|row|item|entry|result|execution|deadline|review|failure|vendor)\b)/g,
    read: ([, day], context) => onDay(numberedDay(Number(day), context), context),
  },
  {
    pattern:
      /\b(?:(in|of|during|for|since|before|after|until|till|by|all of|throughout|between|from|to|and) {1,2})(?:the year )?(20[0-4]\d)\b(?![/.-]\d)|\b(?:e-?mails?|mails?|messages?|executions?|failures?|tasks?|deadlines?|reviews?) (20[0-4]\d)\b|^(20[0-4]\d)(?= (?:e-?mails?|mails?|messages?|executions?|tasks?|deadlines?|reviews?)\b|[?.!]*$)/g,
    read: ([hit, , led, named, first]) => {
      const year = led ?? named ?? first;
      return {
        first: `${year}-01-01`,
        last: `${year}-12-31`,
        name: `${year}`,
        lead: 'in ',
        isRelative: false,
        skipped: hit.length - 4,
      };
    },
  },
];

const WRITTEN_DAY = new RegExp(
  `\\b${MONTH} ${NUMBER}(?!\\d|:)|\\b${NUMBER} (?:of )?${MONTH}\\b`,
  'g',
);

/** Whether a text names a day no calendar has, such as February 30. */
export function namesImpossibleDay(text: string): boolean {
  return [...text.matchAll(WRITTEN_DAY)].some(([, month, day, before, after]) => {
    // 2028 is a leap year, so that February 29 passes.
    return toDay(2028, monthNumber(month ?? after ?? ''), Number(day ?? before)) === undefined;
  });
}
