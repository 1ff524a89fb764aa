import { keepReadings, timedKey } from '../keep-readings.ts';
import { readNumber } from '../language/number-words.ts';
import { addDays, type LocalTime, nextWeekday, toDay } from './calendar.ts';
import { readHolidays } from './holidays.ts';
import { MONTH_WORD, monthNumber } from './months.ts';
import {
  readNumberedWeekdays,
  readOrdinals,
  readOrdinalWords,
  readSecondOfMonth,
} from './read-numbered-days.ts';
import { bareRanges, joinRanges, readSlashRanges } from './read-ranges.ts';
import { readSpans } from './read-spans.ts';
import { followNextWeekday, readWeekdayLists } from './read-weekday-lists.ts';
import { ASKED_OF_PAST, readWithChrono } from './read-with-chrono.ts';
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
  readNumberedWeekdays(rest, today, take);
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
