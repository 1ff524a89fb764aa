import * as chrono from 'chrono-node/en';
import { keepReadings, timedKey } from '../keep-readings.ts';
import { ORDINALS, readNumber } from '../language/number-words.ts';
import { addDays, type LocalTime, nextWeekday, toDay } from './calendar.ts';
import { readHolidays } from './holidays.ts';
import { MONTH_WORD, monthNumber, nextDayNumber, upcomingMonth } from './months.ts';
import { bareRanges, joinRanges, readSlashRanges } from './read-ranges.ts';
import { readSpans } from './read-spans.ts';
import { followNextWeekday, readWeekdayLists } from './read-weekday-lists.ts';
import { weekdayNumber } from './weekdays.ts';

/**
 * A day or a span of days someone wrote, first and last included, and the time of day when one
 * was given ("15:30"). `isImpossible` marks a date that does not exist; its days mean nothing.
 */
export interface DayMention {
  readonly first: string;
  readonly last: string;
  readonly time?: string;
  readonly index: number;
  /** How many characters name it. */
  readonly length: number;
  readonly isImpossible?: true;
}

/** Notes days, and takes the words that named them out of what is still to be read. */
export type TakeDays = (
  index: number,
  length: number,
  days: Omit<DayMention, 'index' | 'length'>,
) => void;

/** Without one of these there is no date, and the parser need not run. */
const MAY_BE_DATE =
  /\d|day|mon\b|tue|wed|thu|fri\b|sat\b|sun\b|tomorrow|tmrw|tonight|week|month|jan|feb|mar\b|march|apr|may\b|june?\b|july?\b|aug|sep|oct|nov|dec|christmas|xmas|thanksgiving|year|juneteenth|halloween|noon|midnight|fortnight|easter|mlk/;

const NUMBER_AFTER_DAY = new RegExp(
  `\\b${MONTH_WORD} \\d{1,2}(?:st|nd|rd|th)?, ?(?=\\d{1,3}\\b(?!\\d))`,
  'g',
);
const IS_BACKWARD =
  /\b(?:last(?! (?:weekend|week|days?|half) (?:of|in)\b)|ago|past|yesterday|previous)\b/;
/** "Was november 20 free?" asks about the November that was, "I was hoping for may 3" does not. */
const ASKED_OF_PAST =
  /(?:^|[.?!,;] |\b(?:and|so|why|how|when|where|what|who) )(?:was|were|did|wasn't|weren't|didn't) (?!i\b)/;

const isBackward = (text: string): boolean => IS_BACKWARD.test(text) || ASKED_OF_PAST.test(text);
/** Things that look like a time or a date and are not one. */
const NOT_A_DATE =
  /\b(?:same[- ]day|for (?:a|one|two|three|four|six|several|a few|a couple of|\d{1,2}) (?:whole )?(?:weeks?|months?|years?)|(?:an?|each|every|per) (?:month|year)|(?<!\bin )\d{1,4}[a-d]\b|(?:apt|apartment|unit|suite|floor)\.? #?\w+|(?:mon|tues|wednes|thurs|fri|satur|sun)days|(?:(?<=\b(?:isn't|not|is) )a weekend|any weekends?|no weekends?|non-?weekends?)\b(?! (?:of|in|after)\b)|weekends? (?:things?|rules?|extras?|supplements?|add-?ons?|premiums?|days?|surcharges?|fees?|rates?|charges?|pric\w+|pickups?|deliver\w+)|weekends|\d{5}(?:\s?-\s?\d{4})?|tt-?\d+|terminal\s*\w|\$\s?[\d,.]+|\(?\d{3}\)?[ -]\d{3}-\d{4}|second (?:one|option|booking|order|delivery|move|trip|transfer|reservation|request|pick-?up|address|stop)|(?:a|another|my|the) second (?=[a-z]{3})(?!half|week|weekend|of\b)|the week(?= between\b)|first (?:one|option)|third (?:one|option)|may i|the days(?= (?:between|from|in|of|around)\b)|on the day(?! (?:of|after|before))|right now|now|in a (?:sec|second|minute|moment|bit))\b/g;

/**
 * Reads the days in a lower-case text, in the order written. A day without a year is the next
 * one to come. "Next weekend" is the Saturday and Sunday of the week after this one.
 */
export function readDays(text: string, now: LocalTime): readonly DayMention[] {
  return MAY_BE_DATE.test(text) ? readAnew(text, now) : [];
}

const readAnew = keepReadings(readOnce, timedKey);

function readOnce(text: string, now: LocalTime): readonly DayMention[] {
  const { today } = now;
  let rest = bareRanges(text.replace(NOT_A_DATE, (hit) => ' '.repeat(hit.length)));
  const found: DayMention[] = [];
  const take: TakeDays = (index, length, days) => {
    found.push({ ...days, index, length });
    rest = rest.slice(0, index) + ' '.repeat(length) + rest.slice(index + length);
  };

  readHolidays(rest, today, take, ASKED_OF_PAST.test(rest));
  readSlashRanges(rest, today, take);
  readWeekdayLists(rest, today, take);
  readSpans(rest, today, take);
  readSecondOfMonth(rest, today, take);
  readImpossible(rest, take);
  readWeeksFrom(rest, now, take);
  for (const hit of rest.matchAll(/\b(?:the )?day after (?:tomorrow|tmrw)\b/g)) {
    const day = addDays(today, 2);
    take(hit.index, hit[0].length, { first: day, last: day });
  }
  readFromNow(text, today, take);
  readOrdinalWords(rest, today, take);
  // Often nothing is left but a ZIP code that was blanked, and the parser costs more than all else.
  if (MAY_BE_DATE.test(rest)) readWithChrono(rest, now, take);
  readOrdinals(rest, today, take);
  return joinRanges(
    followNextWeekday(
      found.sort((a, b) => a.index - b.index),
      text,
    ),
    text,
  );
}

function readImpossible(text: string, take: TakeDays): void {
  const pattern = new RegExp(
    `\\b${MONTH_WORD} (\\d{1,2})(?:st|nd|rd|th)?\\b(?!:|\\s*(?:am|pm))(?:,? (20\\d\\d)\\b)?`,
    'g',
  );
  for (const hit of text.matchAll(pattern)) {
    // Without a year February 29 passes, as in 2028; the parser knows which years have one.
    if (toDay(Number(hit[3] ?? 2028), monthNumber(hit[1] ?? ''), Number(hit[2])) === undefined) {
      take(hit.index, hit[0].length, { first: '', last: '', isImpossible: true });
    }
  }
}

const GAP_AFTER_MONTH = new RegExp(`(?<=\\d ${MONTH_WORD},?) {3,}`, 'g');
/** "Would December 11 be free" names no year of an era. */
const ERA = /(?<=\d) (?:be|ce|ad|bc|bce)\b/g;

function readWithChrono(text: string, now: LocalTime, take: TakeDays): void {
  const reference = { instant: now.instant, timezone: now.offsetMinutes };
  // "Dec 15, 14 boxes" names no year, and in front of a gap the parser loses the day of "12 dec".
  const plain = text
    .replace(GAP_AFTER_MONTH, (gap) => `;${gap.slice(1)}`)
    .replace(NUMBER_AFTER_DAY, (hit) => hit.replace(',', ';'))
    .replace(ERA, (hit) => ' '.repeat(hit.length));
  const results = chrono.casual.parse(plain, reference, { forwardDate: !isBackward(text) });
  for (const { index, text: hit, start, end } of results) {
    // "The day we come back" says of another day what happens then.
    if (/^(?:an?|the|that) (?:day|week|month)$/i.test(hit)) continue;
    if (IS_NO_DAY.some((pattern) => pattern.test(hit.trim()))) continue;
    const hasDay =
      start.isCertain('day') ||
      start.isCertain('weekday') ||
      start.tags().has('result/relativeDate');
    const hour = start.get('hour') ?? 0;
    const isLate = hour > 0 && hour < 12 && IN_THE_EVENING.test(text.slice(index + hit.length));
    const time = start.isCertain('hour')
      ? `${pad(isLate ? hour + 12 : hour)}:${pad(start.get('minute') ?? 0)}`
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

/** "The money", "after twelve years", "waited two days", "for a few days": no day is named. */
const IS_NO_DAY = [
  /^the money$/i,
  /^(?:for |after )?(?:about |only |just )?(?:\d+|an?|half an|a few|a couple of|[a-z]+(?: [a-z]+)?) years?$/i,
  /^(?:for )?(?:about |only |just )?(?:\d+|an?|half an|a few|a couple of|[a-z]+) (?:min(?:ute)?s?|hours?|days|weeks|months)$/i,
];

const FROM_NOW = /\b(?:(a couple) of|([a-z]+|\d{1,2})) (day|week)s? from (?:now|today)\b/;

/** "10 days from now" */
function readFromNow(text: string, today: string, take: TakeDays): void {
  const hit = FROM_NOW.exec(text);
  const word = hit?.[2] ?? '';
  const count = hit?.[1] === undefined ? (word === 'a' ? 1 : readNumber(word)) : 2;
  if (hit === null || count === undefined) return;
  const day = addDays(today, hit[3] === 'week' ? 7 * count : count);
  take(hit.index, hit[0].length, { first: day, last: day });
}

/** What follows "7:15" where the parser reads a morning. */
const IN_THE_EVENING =
  /^,? ?(?:o'?clock |sharp )?(?:in the (?:late |early )?(?:evening|afternoon)|(?:late )?at night|tonight)\b/;

/** "A week from Saturday", which is not the Saturday to come. */
function readWeeksFrom(text: string, { today }: LocalTime, take: TakeDays): void {
  const hit =
    /\b(a|one|1|two|2|three|3) weeks? (?:from|after) (?:(?:this|next|coming) )?(today|tomorrow|sunday|monday|tuesday|wednesday|thursday|friday|saturday)\b/.exec(
      text,
    );
  if (hit === null) return;
  const weeks = { two: 2, '2': 2, three: 3, '3': 3 }[hit[1] ?? ''] ?? 1;
  const weekday = weekdayNumber(hit[2] ?? '');
  const base =
    weekday >= 0
      ? nextWeekday(addDays(today, 1), weekday)
      : addDays(today, hit[2] === 'tomorrow' ? 1 : 0);
  const day = addDays(base, 7 * weeks);
  take(hit.index, hit[0].length, { first: day, last: day });
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** What follows the second of two days, and no pieces. */
const AFTER_DAY =
  'free|available|open|busy|ok|better|possible|works?|please|instead|looks?|looking|be|would|will|is|are|for|from|at|then|both|suit|fit';
const ALSO = new RegExp(
  `(?<=\\b(${MONTH_WORD}) \\d{1,2}(?:st|nd|rd|th)? (?:or|and) (?:the )?)(\\d{1,2})(?:(?:st|nd|rd|th)\\b|\\b(?=$|[?.!,]| (?:${AFTER_DAY})\\b))`,
  'g',
);

/** "December 12 or 13": the second day of the same month. */
function readSecondOfMonth(text: string, today: string, take: TakeDays): void {
  for (const hit of text.matchAll(ALSO)) {
    const month = monthNumber(hit[1] ?? '');
    const day = toDay(upcomingMonth(month, today), month, Number(hit.at(-1)));
    if (day !== undefined && day >= today) {
      take(hit.index, hit[0].length, { first: day, last: day });
    }
  }
}

const DAY_WORDS = [...ORDINALS].flatMap(([word, place]) =>
  /^[a-z]/.test(word) ? [[word, place] as const] : [],
);
const DAY_NUMBERS = new Map([
  ...DAY_WORDS,
  ...DAY_WORDS.filter(([, place]) => place < 10).map(
    ([word, place]) => [`twenty-${word}`, 20 + place] as const,
  ),
  ['thirtieth', 30] as const,
  ['thirty-first', 31] as const,
]);
const DAY_WORD = [...DAY_NUMBERS.keys()]
  .sort((a, b) => b.length - a.length)
  .join('|')
  .replaceAll('-', '[ -]');
const ORDINAL_WORD = new RegExp(
  `\\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? the|(on|for|by|until|is|it's|say|than|after|before|about) the) (${DAY_WORD})\\b(?! (?:of (?!(?:the month|this month)\\b)|street|st\\b|ave\\w*|floor|one|option|time|day|week|weekend|item|bag|box|booking|order|move|trip|address|stop|date|size|delivery|suitcase|piece|thing))`,
  'g',
);

/** "Tuesday the fifteenth", "on the ninth": the next day of that number. */
function readOrdinalWords(text: string, today: string, take: TakeDays): void {
  for (const hit of text.matchAll(ORDINAL_WORD)) {
    const [, lead, word = ''] = hit;
    const place = DAY_NUMBERS.get(word.replace(' ', '-')) ?? 0;
    // "For the first" counts other things as well.
    if (lead !== undefined && lead !== 'on' && place < 4) continue;
    const day = nextDayNumber(place, today);
    const from = lead === undefined ? 0 : lead.length + 1;
    if (day !== undefined) {
      take(hit.index + from, hit[0].length - from, { first: day, last: day });
    }
  }
}

/** "the 12th": the next day of that number. */
function readOrdinals(text: string, today: string, take: TakeDays): void {
  for (const hit of text.matchAll(
    /\b(?:the )?(\d{1,2})(?:st|nd|rd|th)\b(?! (?:street|st\b|ave|floor|one|option|time))/g,
  )) {
    const day = nextDayNumber(Number(hit[1]), today);
    if (day !== undefined) take(hit.index, hit[0].length, { first: day, last: day });
  }
}
