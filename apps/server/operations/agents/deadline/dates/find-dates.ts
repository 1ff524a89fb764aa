import { addDays, type LocalTime } from '@deskbell/clerk';
import { isPlainAscii } from '../../text/is-plain-ascii.ts';
import { remember } from '../../text/remember.ts';
import { lowerLetters } from '../plain-text.ts';
import { readDateSigns } from './date-signs.ts';
import { localTimeOf } from './local-time.ts';
import type { DateAtom, DateMention, DateRelation, Reading } from './mention.ts';
import { readCalendarDates } from './read-calendar.ts';
import { readHolidays } from './read-holidays.ts';
import { joinOffsetWeekdays, readOffsets } from './read-offsets.ts';
import { readOrdinals } from './read-ordinals.ts';
import { readPeriodEnds, readPeriods } from './read-periods.ts';
import { readNamedDays, readWeekdays } from './read-relative.ts';
import { inHalf, readTimes, type TimeAtom } from './read-times.ts';

export interface FindDatesOptions {
  text: string;
  /** The moment of writing: what "today" is told from. */
  base: Date;
  /** IANA name of the business's time zone. */
  timezone: string;
  /** Whether 3/4 is 3 April; by default as in the United States. */
  isDayFirst?: boolean;
}

/** Longer texts are read up to here; callers give sentences. */
const MOST_CHARACTERS = 2_000;

/** Without one of these there is no date in a text. */
const MAY_BE_DATE =
  /\d|day|mon\b|tue|wed|thu|fri\b|sat\b|sun\b|morrow|tmr|tmw|night|morning|evening|noon|week|month|quarter|year|jan|feb|mar\b|march|apr|may\b|june?\b|july?\b|aug|sep|oct|nov|dec|mas\b|giving|cinco|patrick|valentine|\beid\b|ramadan|hanukkah|passover|rosh|kippur|easter|juneteenth|hallow|\bmlk\b|luther|lent|pentecost|\bnye\b|now\b|present|this time|moment|clock|\beo[bdmqwy]\b|\bcob\b|\bcop\b|close of|hour|minute|otd\b|fortnight|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|[a-z]{3,6}teenth|[a-z]{3,4}tieth)\b/;

/** Whether `findDates` would look at the text at all: cheap, and true for every text with a date. */
export function mayNameDate(text: string): boolean {
  return readableText(text) !== '';
}

/**
 * The dates and times a text names, in the order written. Days are resolved from the day `base`
 * falls on in `timezone`; a day without a year is the next one to come. Never throws for any text;
 * throws RangeError for a time zone that does not exist. The work is bounded: at most 2,000
 * characters are read, each pattern at most once over them.
 */
export function findDates({
  text,
  base,
  timezone,
  isDayFirst = false,
}: FindDatesOptions): DateMention[] {
  return findDatesAt({ text, now: localTimeOf(base, timezone), timezone, isDayFirst });
}

/** The same for many texts written at one moment, which is worked out once: `now` in `timezone`. */
export function findDatesAt({
  text,
  now,
  timezone,
  isDayFirst,
}: {
  text: string;
  now: LocalTime;
  timezone: string;
  isDayFirst: boolean;
}): DateMention[] {
  const plain = readableText(text);
  if (plain === '') return [];
  const reading: Reading = {
    text: plain,
    signs: readDateSigns(plain),
    rest: plain,
    now,
    timezone,
    atoms: [],
    toLocal(instant) {
      const { today, hour, minute } = localTimeOf(instant, timezone);
      return { today, time: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` };
    },
  };
  readHolidays(reading);
  readCalendarDates(reading, isDayFirst);
  readOrdinals(reading);
  readPeriodEnds(reading);
  readNamedDays(reading);
  readWeekdays(reading);
  readPeriods(reading);
  readOffsets(reading);
  joinOffsetWeekdays(reading);
  joinRanges(reading);
  const times = readTimes(reading);
  return joinTimes(reading, times).map((mention) => ({
    ...mention,
    text: text.slice(mention.index, mention.index + mention.text.length),
  }));
}

/** The same length, so that positions are those of the text itself. */
const plainText = (text: string): string =>
  isPlainAscii(text)
    ? text.toLowerCase()
    : lowerLetters(text)
        .replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
        .replace(/[\u2010-\u2015\u2212]/g, '-')
        .replace(/[#~]/g, '*')
        .replace(/\s/g, ' ');

/** What patterns read of a text; '' where no date can be. */
const readableText = remember((text) => {
  const plain = plainText(text.slice(0, MOST_CHARACTERS));
  return MAY_BE_DATE.test(plain) ? plain : '';
});

const RANGE_GAP = /^ ?(?:-|to|through|thru|until|till) ?(?:the )?$/;

/** "March 28 to April 2", "between Monday and Thursday": one span. */
function joinRanges(reading: Reading): void {
  const dates = [...reading.atoms].sort((one, other) => one.start - other.start);
  for (const [position, one] of dates.entries()) {
    const other = dates[position + 1];
    if (other === undefined || one.kind !== 'day' || other.kind !== 'day') continue;
    if (one.date === null || other.date === null) continue;
    const gap = reading.text.slice(one.end, Math.min(other.start, one.end + 16));
    const isBetween =
      gap === ' and ' &&
      /\bbetween (?:the )?$/.test(reading.text.slice(Math.max(0, one.start - 14), one.start));
    if (!isBetween && !RANGE_GAP.test(gap)) continue;
    // "Friday to Tuesday" runs into the week after.
    const last =
      other.date < one.date && other.source === 'weekday' ? addDays(other.date, 7) : other.date;
    if (last <= one.date) continue;
    one.kind = 'span';
    one.endDate = last;
    one.end = other.end;
    one.isAmbiguous = one.isAmbiguous === true || other.isAmbiguous === true;
    reading.atoms.splice(reading.atoms.indexOf(other), 1);
    dates.splice(position + 1, 1);
  }
}

const DAY_PART =
  '(?:(?:early|late|in the|this) ){0,2}(morning|afternoon|evening|night|lunch(?:time)?)';
/** What may stand between a date and its time. */
const BETWEEN = new RegExp(
  `^[ ,;(-]{0,3}(?:(?:at|by|@|around|about|approximately|before|from|no later than|not later than|latest|until|till|after|on|of|the|for|this|in|sharp|between|${DAY_PART})[ ,:-]{0,3}){0,4}$`,
);
const LATE = /\b(?:afternoon|evening|night|tonight)\b/;
const EARLY = /\bmorning\b/;
/** Longer gaps join nothing. */
const LONGEST_GAP = 36;

/** Gives each date the time beside it; times without a date stand for themselves. */
function joinTimes(reading: Reading, times: readonly TimeAtom[]): DateMention[] {
  const dates = [...reading.atoms].sort((one, other) => one.start - other.start);
  const owners = new Map<DateAtom, TimeAtom>();
  const taken = new Set<TimeAtom>();
  const claim = (date: DateAtom, time: TimeAtom | undefined, from: number, to: number): void => {
    if (time === undefined || taken.has(time) || owners.has(date) || date.time !== undefined)
      return;
    if (date.kind !== 'day' && date.kind !== 'impossible') return;
    if (to < from || to - from > LONGEST_GAP) return;
    if (!BETWEEN.test(reading.text.slice(from, to))) return;
    owners.set(date, time);
    taken.add(time);
  };
  // "At 3 pm on Friday" before "Friday, 3 pm": a time right before a date is never the next one's.
  for (const date of dates) {
    const after = times.find(({ start }) => start >= date.end);
    if (after !== undefined) claim(date, after, date.end, after.start);
  }
  for (const date of dates) {
    const before = times.findLast(({ end }) => end <= date.start);
    if (before !== undefined) claim(date, before, before.end, date.start);
  }

  const mentions: DateMention[] = dates.map((date) => toMention(reading, date, owners.get(date)));
  for (const time of times) {
    if (taken.has(time) || time.needsDate) continue;
    const isToday = time.isDayEnd === true;
    mentions.push({
      index: time.start,
      text: reading.text.slice(time.start, time.end),
      kind: isToday ? 'day' : 'time',
      date: isToday ? reading.now.today : null,
      endDate: null,
      time: time.time,
      endTime: time.endTime ?? null,
      timezone: time.timezone ?? null,
      relation: relationBefore(reading.text, time.start),
      isAmbiguous: false,
      previousDate: null,
      source: isToday ? 'period' : 'clock',
    });
  }
  return mentions.sort((one, other) => one.index - other.index);
}

function toMention(reading: Reading, date: DateAtom, time: TimeAtom | undefined): DateMention {
  const start = Math.min(date.start, time?.start ?? date.start);
  const end = Math.max(date.end, time?.end ?? date.end);
  const around = reading.text.slice(start, end + 12);
  let clock = date.time ?? time?.time ?? null;
  if (clock !== null && time?.isOpen === true) {
    if (LATE.test(around) && Number(clock.slice(0, 2)) !== 12) clock = inHalf(clock, true);
    else if (EARLY.test(around)) clock = inHalf(clock, false);
  }
  const isPast = date.isPastMoreLikely === true && date.previousDate !== undefined;
  const named = isPast ? (date.previousDate ?? date.date) : date.date;
  const before = relationBefore(reading.text, start);
  const inside =
    time === undefined || time.start > date.start
      ? undefined
      : relationBefore(reading.text, date.start);
  return {
    index: start,
    text: reading.text.slice(start, end),
    kind: date.kind,
    date: named,
    endDate: date.endDate ?? null,
    time: clock,
    endTime: time?.endTime ?? null,
    timezone: time?.timezone ?? null,
    relation:
      date.relation ??
      (before === 'none' && inside !== undefined && inside !== 'on' ? inside : before),
    isAmbiguous: date.isAmbiguous === true,
    previousDate: date.previousDate ?? null,
    source: date.source,
  };
}

const RELATIONS: readonly [RegExp, DateRelation][] = [
  [
    /\b(?:by|no later than|not later than|latest(?: by)?|until|till|til|up to|through|thru|on or before|due(?: date)?(?: is| on| by)?|deadline(?: is| of)?|expires?(?: on)?|valid (?:until|through)|at the latest|latest on)$/,
    'by',
  ],
  [/\b(?:before|prior to|ahead of|earlier than|in advance of)$/, 'before'],
  [/\b(?:after|later than|following|past)$/, 'after'],
  [/\b(?:from|since|starting|beginning|as of|effective|commencing)(?: on)?$/, 'from'],
  [/\b(?:within|during|inside)$/, 'within'],
  [/\b(?:around|about|approximately|circa|roughly)$/, 'around'],
  [/\b(?:on|at|in|this|for)$/, 'on'],
];

function relationBefore(text: string, index: number): DateRelation {
  const lead = text
    .slice(Math.max(0, index - 32), index)
    .replace(/(?:[\s:,(*-]|\bthe\b|\bof\b)+$/, '');
  return RELATIONS.find(([pattern]) => pattern.test(lead))?.[1] ?? 'none';
}
