import {
  addDays,
  lastDayOf,
  MONTH_NAMES,
  mondayOf,
  monthNumber,
  sayDay,
  toDay,
  weekdayNumber,
  weekdayOf,
} from '@deskbell/clerk';
import { dateOf, MONTH, NUMBER } from './date-of.ts';
import type { DayContext, Found, Matcher } from './expression.ts';

const YEAR = '(20\\d\\d)';

const onDay = (day: string | undefined, { today }: DayContext): Found | undefined =>
  day === undefined
    ? undefined
    : { first: day, last: day, name: sayDay(day, today), lead: 'on ', isRelative: false };

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

const PARTS = ['first', 'second', 'third', 'fourth'];
const LENGTHS: Readonly<Record<string, number>> = { two: 2, three: 3, five: 5, ten: 10 };

/** "The first week of November" is its days 1 to 7, "the last half of it" its second one. */
function partOfMonth(
  {
    which,
    unit,
    month,
    year,
  }: { which: string; unit: string; month: string; year: string | undefined },
  context: DayContext,
): Found | undefined {
  const start = dateOf(monthNumber(month), 1, { year, context });
  if (start === undefined) return undefined;
  const end = lastDayOf(Number(start.slice(0, 4)), Number(start.slice(5, 7)));
  const days = Number(end.slice(8));
  const count = unit.replace(/ days$/, '');
  const length =
    unit === 'week'
      ? 7
      : unit === 'half'
        ? Math.floor(days / 2)
        : (LENGTHS[count] ?? Number(count));
  const isLast = which === 'last' || (unit === 'half' && which === 'second');
  const first = isLast ? addDays(end, 1 - length) : addDays(start, PARTS.indexOf(which) * length);
  const last = addDays(first, length - 1);
  if (last > end) return undefined;
  const name = `${sayDay(first, context.today)} to ${sayDay(last, context.today)}`;
  return { first, last, name, lead: '', isRelative: false };
}

function weekday(which: string | undefined, wanted: number, context: DayContext): string {
  const { today, direction } = context;
  const monday = mondayOf(today);
  if (which === 'this') return addDays(monday, (wanted + 6) % 7);
  const isPast =
    /last|past|previous/.test(which ?? '') || (which === undefined && direction === 'past');
  const ahead = (wanted - weekdayOf(today) + 7) % 7;
  // Nobody calls today by its weekday.
  return isPast
    ? addDays(today, ahead === 0 ? -7 : ahead - 7)
    : addDays(today, ahead === 0 ? 7 : ahead);
}

const WEEKDAY =
  '(?:mon|tues?|wednes|weds?|thur?s?|thurs|fri|satur|sat|sun)(?:day)?,? (?:\\.{2,3} ?)?(?:the )?';

/** Dates of the calendar, weekdays, months and holidays. */
export const dates: readonly Matcher[] = [
  // "Monday the 23rd", "Sunday, November 22": the number says which, the weekday only goes with it.
  {
    pattern: new RegExp(`\\b${WEEKDAY}${MONTH} ${NUMBER}(?!\\d|:)(?:,? ${YEAR})?`, 'g'),
    read: ([, month = '', day, year], context) =>
      onDay(dateOf(monthNumber(month), Number(day), { year, context }), context),
  },
  {
    pattern: new RegExp(`\\b${WEEKDAY}${NUMBER} (?:of )?${MONTH}\\b(?:,? ${YEAR})?`, 'g'),
    read: ([, day, month = '', year], context) =>
      onDay(dateOf(monthNumber(month), Number(day), { year, context }), context),
  },
  {
    pattern: new RegExp(`\\b${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)\\b`, 'g'),
    read: ([, day], context) => onDay(numberedDay(Number(day), context), context),
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:in|during|over|for) )?(?:the )?(first|second|third|fourth|last) (week|half|(?:\\d{1,2}|two|three|five|ten) days) (?:of|in) ${MONTH}(?:,? ${YEAR})?`,
      'g',
    ),
    read: ([, which = '', unit = '', month = '', year], context) =>
      partOfMonth({ which, unit, month, year }, context),
  },
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
        dateOf(Number(first), Number(second), { year: inYear, context }) ??
        dateOf(Number(second), Number(first), { year: inYear, context });
      return onDay(day, context);
    },
  },
  {
    pattern:
      /(?<![\d.])(\d{1,2})\.(\d{1,2})\.((?:20)?\d\d)?(?![\d.])|(?<=\b(?:on|since|from|until|till|by|before|after|between|to|and) )(\d{1,2})\.(\d{1,2})(?![\d.]|[ ]?(?:%|percent|usd|eur))/g,
    read: ([, day, month, year, bareDay, bareMonth], context) =>
      onDay(
        dateOf(Number(month ?? bareMonth), Number(day ?? bareDay), {
          year: year && `20${year.slice(-2)}`,
          context,
        }),
        context,
      ),
  },
  {
    pattern: new RegExp(
      `\\b${MONTH} ${NUMBER}(?:,? ${YEAR})? ?(?:-|to|through|thru|until) *(?:the )?${NUMBER}(?!\\d|/)(?:,? ${YEAR})?`,
      'g',
    ),
    read: ([, month = '', from, early, to, late], context) => {
      const first = dateOf(monthNumber(month), Number(from), { year: early ?? late, context });
      const last = first && toDay(Number(first.slice(0, 4)), Number(first.slice(5, 7)), Number(to));
      if (first === undefined || last === undefined || last < first) return undefined;
      const name = `${sayDay(first, context.today)} to ${sayDay(last, context.today)}`;
      return { first, last, name, lead: '', isRelative: false };
    },
  },
  {
    pattern: new RegExp(`\\b(?:the )?${NUMBER} (?:of )?${MONTH}(?:,? ${YEAR})?\\b`, 'g'),
    read: ([, day, month = '', year], context) =>
      onDay(dateOf(monthNumber(month), Number(day), { year, context }), context),
  },
  {
    pattern: new RegExp(`\\b${MONTH} (?:the )?${NUMBER}(?!\\d)(?:,? ${YEAR})?\\b`, 'g'),
    read: ([, month = '', day, year], context) =>
      onDay(dateOf(monthNumber(month), Number(day), { year, context }), context),
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
        weekdayNumber(word),
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
