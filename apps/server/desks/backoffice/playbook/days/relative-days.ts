import { addDays, NUMBER_WORDS, readNumber, sayDay } from '@deskbell/clerk';
import { type Matcher, relative } from './expression.ts';

const COUNT = `\\d{1,3}|(?:a )?(?:couple(?: of)?|few)|an?|${NUMBER_WORDS}`;
const DAYS_IN = { day: 1, week: 7, fortnight: 14, month: 30, year: 365 } as const;
const UNIT = '(day|week|fortnight|month|year)s?';

function numberOf(word: string): number {
  if (/\bcouple\b/.test(word)) return 2;
  if (/\bfew$/.test(word)) return 3;
  return /^an?$/.test(word) ? 1 : (readNumber(word) ?? Number.NaN);
}
const daysIn = (count: string, unit: string): number =>
  numberOf(count) * DAYS_IN[unit as keyof typeof DAYS_IN];
const say = (count: number, unit: string): string => (count === 1 ? unit : `${count} ${unit}s`);

/** Days counted from today. The last 7 days end with today; the next 7 begin with it and end a week on. */
export const relativeDays: readonly Matcher[] = [
  {
    pattern: /(?<=\b(?:until|till|to) )(?:right )?now\b/g,
    read: (_hit, { today }) => relative(today, today, 'today'),
  },
  {
    pattern: /\byesterday and the day before(?: (?:that|yesterday))?\b/g,
    read: (_hit, { today }) =>
      relative(addDays(today, -2), addDays(today, -1), 'yesterday and the day before'),
  },
  {
    pattern: new RegExp(
      `\\b(older|more|longer|earlier|newer|less|younger|fewer) than (${COUNT}) ${UNIT}(?: (?:ago|old))?\\b`,
      'g',
    ),
    read: ([, which = '', count = '', unit = ''], { today, direction }) => {
      if (direction === 'future') return undefined;
      const day = addDays(today, -daysIn(count, unit));
      return /^(?:newer|less|younger|fewer)$/.test(which)
        ? {
            ...relative(addDays(day, 1), today, `since ${sayDay(addDays(day, 1), today)}`),
            isRolling: true,
          }
        : { ...relative('', addDays(day, -1), `before ${sayDay(day, today)}`), isRolling: true };
    },
  },
  {
    pattern: /\b(?:the )?day before yesterday(?:'s)?\b/g,
    read: (_hit, { today }) =>
      relative(addDays(today, -2), addDays(today, -2), 'the day before yesterday'),
  },
  {
    pattern: /\b(?:the )?day after tomorrow\b/g,
    read: (_hit, { today }) =>
      relative(addDays(today, 2), addDays(today, 2), 'the day after tomorrow'),
  },
  {
    pattern: /\b(?:to ?day|tonight|this (?:morning|afternoon|evening)|right now today)(?:'?s)?\b/g,
    read: (_hit, { today }) => relative(today, today, 'today'),
  },
  {
    pattern:
      /\b(?:overnight|(?:during|in|through|over) the night|(?:since|from) last (?:night|evening)(?: on)?)\b/g,
    read: (_hit, { today }) => relative(addDays(today, -1), today, 'since yesterday'),
  },
  {
    pattern: /\b(?:yesterday|last night|yest)(?:'?s)?\b/g,
    read: (_hit, { today }) => relative(addDays(today, -1), addDays(today, -1), 'yesterday'),
  },
  {
    pattern: /\b(?:tomorrow|tmrw|tmr)(?:'?s)?\b/g,
    read: (_hit, { today }) => relative(addDays(today, 1), addDays(today, 1), 'tomorrow'),
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:over|in|within|during|for) )?(?:the )?(?:last|past|previous|preceding) (${COUNT}) ?${UNIT}\\b(?! of (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))`,
      'g',
    ),
    read: ([, count = '', unit = ''], { today }) => ({
      ...relative(
        addDays(today, 1 - daysIn(count, unit)),
        today,
        `the last ${say(numberOf(count), unit)}`,
      ),
      lead: 'in ',
      isRolling: true,
    }),
  },
  {
    pattern:
      /\b(?:over|in|within|during|for)? ?(?:the )?past (day|week|fortnight|month|year)\b|\b(?:over|in|within|during) the last (week|month|year)\b/g,
    read: ([, past, last], { today }) => {
      const unit = past ?? last ?? 'week';
      return {
        ...relative(
          addDays(today, unit === 'day' ? -1 : 1 - daysIn('one', unit)),
          today,
          unit === 'day' ? 'the last day' : `the last ${daysIn('one', unit)} days`,
        ),
        lead: 'in ',
        isRolling: true,
      };
    },
  },
  {
    pattern:
      /\b(?:in |over |within )?(?:the )?(?:last|past) (?:(\d{1,3}|few|couple of) )?(?:hours?|hrs?)\b/g,
    read: ([, count = '1'], { today, now }) => {
      const hours = numberOf(count);
      const back = hours <= now.hour ? 0 : Math.ceil((hours - now.hour) / 24);
      const first = addDays(today, -back);
      return {
        ...relative(first, today, back === 0 ? 'today' : `the last ${back + 1} days`),
        lead: back === 0 ? '' : 'in ',
      };
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:over|in|within|during|for) )?(?:the )?(?:next|coming|following|upcoming) (${COUNT}) ?${UNIT}\\b|\\bwithin (${COUNT}) ${UNIT}\\b`,
      'g',
    ),
    read: ([, count, unit, within, withinUnit], { today }) => {
      const length = daysIn(count ?? within ?? '1', unit ?? withinUnit ?? 'day');
      const name = `the next ${say(numberOf(count ?? within ?? '1'), unit ?? withinUnit ?? 'day')}`;
      return { ...relative(today, addDays(today, length), name), lead: 'in ', isRolling: true };
    },
  },
  {
    pattern: /\b(?:in |over )?the (?:next|coming|following) days\b/g,
    read: (_hit, { today }) => ({
      ...relative(today, addDays(today, 7), 'the next 7 days'),
      lead: 'in ',
      isRolling: true,
    }),
  },
  {
    pattern: new RegExp(`\\b(${COUNT}) ${UNIT} ago\\b`, 'g'),
    read: ([, count = '', unit = ''], { today }) => {
      const day = addDays(today, -daysIn(count, unit));
      const number = numberOf(count);
      return relative(day, day, `${number} ${unit}${number === 1 ? '' : 's'} ago`);
    },
  },
  {
    pattern: new RegExp(`\\bin (${COUNT}) ${UNIT}(?: time)?\\b`, 'g'),
    read: ([, count = '', unit = ''], { today }) => {
      const day = addDays(today, daysIn(count, unit));
      const number = numberOf(count);
      return relative(day, day, `in ${number} ${unit}${number === 1 ? '' : 's'}`);
    },
  },
];
