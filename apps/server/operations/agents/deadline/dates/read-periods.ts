import { addDays, nth, toDay, weekdayOf } from '@deskbell/clerk';
import { hitsOf } from '../../text/hits-of.ts';
import {
  addBusinessDays,
  addMonths,
  inWeekOf,
  mondayOf,
  monthEnd,
  monthIn,
  quarterOf,
  yearIn,
} from './calendar.ts';
import { type DateAtom, type Reading, take } from './mention.ts';
import { MONTH, monthOf, numberOf, ORDINAL_WORD, WEEKDAY, weekdayNumber } from './words.ts';

interface Period {
  first: string;
  last: string;
}

const WHICH =
  '(?:(this|the current|current|next|the next|the following|following|the coming|coming|last|the last|previous|the previous|the|of) )?';
const END_OF = `(?:the )?(?:very )?(end|close|last day|last business day|last working day)(?: of|-of|-)? ?`;
const END_OF_PERIOD = new RegExp(
  `\\b${END_OF}(?:the )?${WHICH}(?:fiscal |calendar |business |work(?:ing)? )?(week|month|quarter|year|q[1-4](?:[ /-]?20\\d\\d)?)(?:'?s)?(?![a-z\\d])`,
  'g',
);
const END_OF_MONTH_NAMED = new RegExp(
  `\\b${END_OF}(?:the )?(?:month of )?(${MONTH})(?:,? ((?:19|20|21)\\d\\d)(?!\\d))?`,
  'g',
);
const END_SHORT =
  /\b(?:the )?(eow|eom|eoq|eoy|month[- ]end|year[- ]end|quarter[- ]end|week'?s end|month'?s end|year'?s end)\b/g;
const EDGE_OF_PERIOD = new RegExp(
  `\\b(?:the )?(beginning|start|first day|middle|mid)(?: of|-of|-)? ?(?:the )?${WHICH}(week|month|quarter|year)(?![a-z])`,
  'g',
);
const PART_OF_MONTH = new RegExp(
  `\\b(?:the )?(early|late|mid|middle of|beginning of|start of|first half of|second half of)[- ](?:in )?(${MONTH})(?:,? ((?:19|20|21)\\d\\d)(?!\\d))?`,
  'g',
);
const WEEK_OF_DATE = /\b(?:the )?week (?:of|commencing|beginning|starting)(?: on)? (?=#)/g;
const NTH_DAY_OF_MONTH = new RegExp(
  `\\b(?:the )?(${ORDINAL_WORD}|1st|2nd|3rd|4th|last) (business day|working day|day|${WEEKDAY})(?: day)? (?:of|in) (?:the )?(?:(this|next|the following|following|last) month|(${MONTH})(?:,? ((?:19|20|21)\\d\\d)(?!\\d))?)`,
  'g',
);
const AFTER_NEXT = /\b(?:the )?(week|month|quarter|year) after next(?![a-z])/g;
const WHOLE_PERIOD =
  /\b(?:the )?(this|next|last|previous|following|coming|current) (week ?end|(?:business |work(?:ing)? )?week|month|quarter|year)(?![a-z'])/g;
const MONTH_SPAN = new RegExp(
  `(?:(?<=\\b(?:in|by|of|before|until|till|during|since|from|for|to|through|next|this|last) )(?<!\\byou )|\\b(?=${MONTH}\\.?,? (?:19|20|21)\\d\\d))(${MONTH})(?:,?\\.? (?:of )?((?:19|20|21)\\d\\d)(?!\\d)| (this year|next year|last year))?(?! ?\\d)`,
  'g',
);
const QUARTER =
  /\b(?:the )?(?:q([1-4])|(first|second|third|fourth) quarter(?: of)?)(?:[ /-]?((?:19|20|21)\d\d)| (?:of )?(?:this|the) year)?(?![a-z\d])/g;

/** "In May" is a month where "this may" is none. */
const MAY_CUE = /\b(?:in|by|of|before|until|till|during|since|next|last) $/;
const IS_VERB = /^ (?:be|have|not|also|still|need|require|or may|take|i|we|you)\b/;

const noteIn =
  (reading: Reading) =>
  (hit: RegExpExecArray, atom: Omit<DateAtom, 'start' | 'end' | 'source'>): void => {
    if (reading.rest[hit.index] === '#') return;
    take(reading, {
      start: hit.index,
      end: hit.index + hit[0].length,
      source: 'period',
      ...atom,
    });
  };

/** Reads the ends of weeks, months, quarters and years, and days counted in them. */
export function readPeriodEnds(reading: Reading): void {
  const { hasEdge, hasOrdinal } = reading.signs;
  if (hasEdge) readEdges(reading);
  if (hasEdge || hasOrdinal) readCountedDays(reading);
}

function readEdges(reading: Reading): void {
  const { today } = reading.now;
  const note = noteIn(reading);

  for (const hit of hitsOf(reading.rest, END_OF_PERIOD)) {
    const [, edge = '', which, unit = ''] = hit;
    // "Last week" alone is no end.
    const period = periodOf(today, unit, which);
    note(hit, { kind: 'day', ...lastDay(period, unit, edge, today), isPeriodEnd: true });
  }
  for (const hit of hitsOf(reading.rest, END_SHORT)) {
    const unit = hit[1]?.replace(/^eo/, '')[0] ?? '';
    const name = { w: 'week', m: 'month', q: 'quarter', y: 'year' }[unit] ?? 'month';
    note(hit, {
      kind: 'day',
      ...lastDay(periodOf(today, name, 'this'), name, 'end', today),
      isPeriodEnd: true,
    });
  }
  for (const hit of hitsOf(reading.rest, END_OF_MONTH_NAMED)) {
    const [, edge = '', month = '', year] = hit;
    const last = monthSpan(today, monthOf(month), year).last;
    note(hit, {
      kind: 'day',
      date: /business|working/.test(edge) ? businessDayUpTo(last) : last,
      isPeriodEnd: true,
    });
  }
}

function readCountedDays(reading: Reading): void {
  const { today } = reading.now;
  const note = noteIn(reading);
  for (const hit of hitsOf(reading.rest, NTH_DAY_OF_MONTH)) {
    const date = nthDay(today, hit);
    if (date !== undefined) note(hit, { kind: 'day', date });
  }
}

/** Reads whole weeks, months, quarters and years, and parts of them. */
export function readPeriods(reading: Reading): void {
  if (!reading.signs.hasUnit && !reading.signs.hasMonthName) return;
  const { today } = reading.now;
  const note = noteIn(reading);

  for (const hit of hitsOf(reading.rest, EDGE_OF_PERIOD)) {
    const [, edge = '', which, unit = ''] = hit;
    const { first } = periodOf(today, unit, which);
    const middle = { week: 2, month: 14, quarter: 45, year: 181 }[unit] ?? 0;
    const date = /^mid/.test(edge) ? addDays(first, middle) : first;
    note(hit, { kind: 'day', date, isAmbiguous: edge !== 'first day' });
  }
  for (const hit of hitsOf(reading.rest, PART_OF_MONTH)) {
    const [, part = '', month = '', year] = hit;
    const { first, last } = monthSpan(today, monthOf(month), year);
    const [from, to] = /^(?:early|beginning|start)/.test(part)
      ? [first, addDays(first, 9)]
      : /^mid/.test(part)
        ? [addDays(first, 9), addDays(first, 19)]
        : part === 'first half of'
          ? [first, addDays(first, 14)]
          : [addDays(first, part === 'late' ? 20 : 15), last];
    note(hit, { kind: 'span', date: from, endDate: to, isAmbiguous: true });
  }
  for (const hit of hitsOf(reading.rest, WEEK_OF_DATE)) {
    const atom = reading.atoms.find(({ start }) => start === hit.index + hit[0].length);
    if (atom === undefined || atom.date === null) continue;
    atom.start = hit.index;
    atom.kind = 'span';
    atom.date = mondayOf(atom.date);
    atom.endDate = addDays(atom.date, 6);
    atom.source = 'period';
  }
  for (const hit of hitsOf(reading.rest, AFTER_NEXT)) {
    const period = periodOf(periodOf(today, hit[1] ?? '', 'next').first, hit[1] ?? '', 'next');
    note(hit, { kind: 'span', date: period.first, endDate: period.last });
  }
  for (const hit of hitsOf(reading.rest, WHOLE_PERIOD)) {
    const [, which, unit = ''] = hit;
    const period = periodOf(today, unit.replace(/^(?:business|work\w*) /, ''), which);
    note(hit, { kind: 'span', date: period.first, endDate: period.last });
  }
  for (const hit of hitsOf(reading.rest, QUARTER)) {
    const [, digit, word, year] = hit;
    const number = digit === undefined ? numberOf(word ?? '') : Number(digit);
    const moved = namedQuarter(today, number, year);
    note(hit, { kind: 'span', date: moved.first, endDate: moved.last });
  }
  for (const hit of hitsOf(reading.rest, MONTH_SPAN)) {
    const [all, month = '', year, whichYear] = hit;
    if (month === 'may' && year === undefined) {
      const before = reading.text.slice(Math.max(0, hit.index - 8), hit.index);
      const after = reading.text.slice(hit.index + all.length, hit.index + all.length + 10);
      if (!MAY_CUE.test(before) || IS_VERB.test(after)) continue;
    }
    const given =
      whichYear === undefined
        ? year
        : String(
            yearIn(today) + (whichYear === 'next year' ? 1 : whichYear === 'last year' ? -1 : 0),
          );
    const { first, last } = monthSpan(today, monthOf(month), given);
    note(hit, { kind: 'span', date: first, endDate: last });
  }
}

function periodOf(today: string, unit: string, which: string | undefined): Period {
  const step =
    which === undefined
      ? 0
      : /last|previous/.test(which)
        ? -1
        : /next|following|coming/.test(which)
          ? 1
          : 0;
  if (unit === 'week') {
    const first = addDays(mondayOf(today), 7 * step);
    return { first, last: addDays(first, 6) };
  }
  if (unit.startsWith('week')) {
    const first = addDays(inWeekOf(today, 6), 7 * step);
    return { first, last: addDays(first, 1) };
  }
  if (unit === 'quarter') return quarterOf(today, step);
  if (/^q\d/.test(unit)) return namedQuarter(today, Number(unit[1]), /20\d\d/.exec(unit)?.[0]);
  if (unit === 'year') {
    const year = yearIn(today) + step;
    return { first: `${year}-01-01`, last: `${year}-12-31` };
  }
  const first = addMonths(`${today.slice(0, 8)}01`, step);
  return { first, last: monthEnd(yearIn(first), monthIn(first)) };
}

/** A week ends on Friday where work is due; written on the weekend, it is open which Friday. */
function lastDay(
  period: Period,
  unit: string,
  edge: string,
  today: string,
): { date: string; isAmbiguous?: boolean } {
  if (/business|working/.test(edge)) return { date: businessDayUpTo(period.last) };
  if (unit !== 'week') return { date: period.last };
  const friday = addDays(period.first, 4);
  return friday < today && period.last >= today
    ? { date: period.last, isAmbiguous: true }
    : { date: friday };
}

function businessDayUpTo(day: string): string {
  return weekdayOf(day) % 6 === 0 ? addBusinessDays(day, -1) : day;
}

/** The next such month, the running one included. */
function monthSpan(today: string, month: number, year: string | undefined): Period {
  const thisYear = yearIn(today);
  const number =
    year === undefined ? (month < monthIn(today) ? thisYear + 1 : thisYear) : Number(year);
  return { first: `${number}-${String(month).padStart(2, '0')}-01`, last: monthEnd(number, month) };
}

function nthDay(today: string, hit: RegExpExecArray): string | undefined {
  const [, which = '', what = '', relative, month, year] = hit;
  const period =
    month === undefined
      ? periodOf(today, 'month', relative)
      : monthSpan(today, monthOf(month), year);
  const count = which === 'last' ? -1 : numberOf(which);
  if (Number.isNaN(count)) return undefined;
  if (/^(?:business|working)/.test(what)) {
    return count < 0
      ? businessDayUpTo(period.last)
      : addBusinessDays(addDays(period.first, -1), count);
  }
  if (what === 'day') {
    return count < 0 ? period.last : toDay(yearIn(period.first), monthIn(period.first), count);
  }
  if (count > 5) return undefined;
  const date = nth(monthIn(period.first), weekdayNumber(what), count)(yearIn(period.first));
  return date <= period.last ? date : undefined;
}

/** The next such quarter, the running one included. */
function namedQuarter(today: string, number: number, year: string | undefined): Period {
  const first = `${year ?? today.slice(0, 4)}-01-01`;
  const quarter = quarterOf(first, number - 1);
  return year === undefined && quarter.last < today ? quarterOf(first, number + 3) : quarter;
}
