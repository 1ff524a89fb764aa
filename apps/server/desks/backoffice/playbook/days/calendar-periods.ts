import { addDays, mondayOf, toDay, weekdayOf } from '@deskbell/clerk';
import { type Found, type Matcher, relative } from './expression.ts';

function monthAt(today: string, offset: number): { first: string; last: string } {
  const index = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + offset;
  const startOf = (at: number): string => toDay(Math.floor(at / 12), (at % 12) + 1, 1) ?? today;
  return { first: startOf(index), last: addDays(startOf(index + 1), -1) };
}

const OFFSETS: Readonly<Record<string, number>> = {
  last: -1,
  previous: -1,
  prior: -1,
  past: -1,
  next: 1,
  coming: 1,
  upcoming: 1,
  following: 1,
};
const WHICH = '(this|current|last|previous|prior|past|next|coming|upcoming|following)';
const NAMES = ['last', 'this', 'next'] as const;
const offsetOf = (which: string | undefined): number => OFFSETS[which ?? ''] ?? 0;
const nameOf = (offset: number): string => NAMES[offset + 1] ?? 'this';

function week(today: string, offset: number): Found {
  const first = addDays(mondayOf(today), 7 * offset);
  return relative(first, addDays(first, 6), `${nameOf(offset)} week`);
}

function weekend(today: string, offset: number): Found {
  const saturday = addDays(mondayOf(today), 5 + 7 * offset);
  return relative(saturday, addDays(saturday, 1), `${nameOf(offset)} weekend`);
}

/** Weeks, weekends, months, quarters and years of the calendar. */
export const calendarPeriods: readonly Matcher[] = [
  {
    pattern: /\b(?:the )?week (before last|after next)\b/g,
    read: ([, which], { today }) => {
      const first = addDays(mondayOf(today), which === 'after next' ? 14 : -14);
      return relative(first, addDays(first, 6), `the week ${which}`);
    },
  },
  {
    pattern: /\b(?:the )?week-?end (before last|after next)\b/g,
    read: ([, which], { today }) => {
      const first = addDays(mondayOf(today), 5 + (which === 'after next' ? 14 : -14));
      return relative(first, addDays(first, 1), `the weekend ${which}`);
    },
  },
  {
    pattern: /\b(?:the )?month (before last|after next)\b/g,
    read: ([, which], { today }) => {
      const { first, last } = monthAt(today, which === 'after next' ? 2 : -2);
      return relative(first, last, `the month ${which}`);
    },
  },
  {
    pattern: /\b(?:the )?end of (?:the|this) (week|month)\b|\b(eow|eom)\b/g,
    read: ([, unit, short], { today }) => {
      const isWeek = unit === 'week' || short === 'eow';
      const last = isWeek ? addDays(mondayOf(today), 6) : monthAt(today, 0).last;
      return relative(today, last, `the end of the ${isWeek ? 'week' : 'month'}`);
    },
  },
  {
    pattern:
      /\b(?:(?:for|over|during|in) )?(?:the )?(?:rest|remainder) of (?:the|this) (week|month|year)\b/g,
    read: ([, unit], { today }) => {
      const last =
        unit === 'week'
          ? addDays(mondayOf(today), 6)
          : unit === 'month'
            ? monthAt(today, 0).last
            : `${today.slice(0, 4)}-12-31`;
      return { ...relative(today, last, `the rest of the ${unit}`), lead: 'in ' };
    },
  },
  {
    pattern: /\b(?:the )?(?:start|beginning) of (?:the|this) (week|month|year)\b/g,
    read: ([, unit], { today }) => {
      const first =
        unit === 'week'
          ? mondayOf(today)
          : unit === 'month'
            ? monthAt(today, 0).first
            : `${today.slice(0, 4)}-01-01`;
      return relative(first, first, `the start of the ${unit}`);
    },
  },
  {
    pattern: new RegExp(`\\b(?:(?:the|over the|on the|at the) )?(?:${WHICH} )?week-?ends?\\b`, 'g'),
    read: ([hit, which], { today, direction }) => {
      // On a Monday "the weekend" of a mail is the one before.
      const isOver =
        which === undefined &&
        direction === 'past' &&
        weekdayOf(today) !== 6 &&
        weekdayOf(today) !== 0;
      // The coming weekend is the one that comes next.
      const isComing =
        /coming/.test(which ?? '') && weekdayOf(today) !== 6 && weekdayOf(today) !== 0;
      const offset = isOver ? -1 : isComing ? 0 : offsetOf(which);
      return hit.trim() === 'weekends' ? undefined : { ...weekend(today, offset) };
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:${WHICH}|the|of the) week(?:'?s)?\\b(?! (?:from|between|of) (?:the )?(?:\\d|[a-z]{3,9} \\d))|\\bwk\\b`,
      'g',
    ),
    read: ([, which], { today }) => week(today, offsetOf(which)),
  },
  {
    pattern: new RegExp(`\\b(?:${WHICH}|the) month(?:'?s)?\\b|\\bmonth to date\\b|\\bmtd\\b`, 'g'),
    read: ([, which], { today }) => {
      const offset = offsetOf(which);
      const { first, last } = monthAt(today, offset);
      return relative(first, last, `${nameOf(offset)} month`);
    },
  },
  {
    pattern: new RegExp(`\\b(?:${WHICH}|the) quarter(?:'?s)?\\b`, 'g'),
    read: ([, which], { today }) => {
      const offset = offsetOf(which);
      const into = (Number(today.slice(5, 7)) - 1) % 3;
      return relative(
        monthAt(today, 3 * offset - into).first,
        monthAt(today, 3 * offset - into + 2).last,
        `${nameOf(offset)} quarter`,
      );
    },
  },
  {
    pattern: new RegExp(`\\b(?:${WHICH}|the) year(?:'?s)?\\b|\\byear to date\\b|\\bytd\\b`, 'g'),
    read: ([, which], { today }) => {
      const offset = offsetOf(which);
      const year = Number(today.slice(0, 4)) + offset;
      return relative(`${year}-01-01`, `${year}-12-31`, `${nameOf(offset)} year`);
    },
  },
];
