import { hitsOf } from '../text/hits-of.ts';
import { findClock } from './dates/read-times.ts';
import { MONTH, monthOf, numberOf, ORDINAL_WORD, WEEKDAY, weekdayNumber } from './dates/words.ts';

/** Something that comes again and again. */
export interface Recurrence {
  index: number;
  length: number;
  /** RFC 5545 recurrence rule, without "RRULE:". */
  rule: string;
}

const CODES = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const LONG_DAY = '(?:sunday|monday|tuesday|wednesday|thursday|friday|saturday)';
const NTH = `(?:first|second|third|fourth|last|1st|2nd|3rd|4th)`;
const LIST = `${LONG_DAY}s?(?:(?:,| and| or|, and| &| ?/) ${LONG_DAY}s?){0,5}`;

const NTH_WEEKDAY = new RegExp(
  `\\b(?:(?:on|every) )?(?:the )?(${NTH}) (${LONG_DAY}|day|business day) (?:of|in) (?:every|each|the) (month|quarter)(?![a-z])`,
  'g',
);
const DAY_OF_MONTH = new RegExp(
  `\\b(?:(?:monthly|every month|each month),? )?(?:due )?(?:on|by) the (\\d{1,2})(?:st|nd|rd|th)? ?(of (?:every|each|the) month|every month|each month|monthly)?|\\b(?:monthly|every month|each month)(?: on|,) (?:the )?(\\d{1,2}(?:st|nd|rd|th)|${ORDINAL_WORD})|\\bthe (\\d{1,2})(?:st|nd|rd|th)? (?:of (?:every|each) month|every month|each month)`,
  'g',
);
const EVERY_WEEKDAY = new RegExp(
  `\\b(?:every|each)( other| second| 2nd| third)? (${LIST}|(?:mon|tues?|weds?|thurs?|thu|fri|sat|sun)\\.?)(?![a-z])|\\b(weekly|biweekly|bi-weekly|fortnightly|every week|every two weeks|every 2 weeks|every other week),? (?:on )?(${LIST})(?![a-z])|\\b(?:on )?(${LONG_DAY}s(?:(?:,| and|, and| &) ${LONG_DAY}s){0,5})(?![a-z])`,
  'g',
);
const EVERY_UNIT =
  /\b(?:every|each) (?:(other|second|\d{1,2}|two|three|four|six) )?(business day|working day|weekday|morning|afternoon|evening|day|week|month|quarter|year)s?(?![a-z])|\b(daily|weekly|biweekly|bi-weekly|fortnightly|monthly|quarterly|annually|yearly|annual)(?![a-z])/g;
const YEARLY_ON = new RegExp(
  `\\b(?:every year|each year|annually|yearly)(?: on|,)? (?:the )?(?:(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTH})|(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?)(?![a-z\\d])`,
  'g',
);
const AT_TIME =
  /^.{0,24}?\b(?:at|by|@|from) ?((?:\d{1,2}(?::\d\d)? ?(?:am|pm|a\.m\.?|p\.m\.?)|\d{1,2}:\d\d|noon|midnight))(?![a-z\d])/;
/** A bare "monthly" is a rule only with something that happens beside it. */
const THING =
  /^,? ?(?:\w+ )?(?:meetings?|calls?|reports?|inspections?|check-?ins?|stand-?ups?|pick-?ups?|deliver(?:y|ies)|invoices?|cleaning|maintenance|visits?|service|reviews?|syncs?|backups?|drills?)\b/;
const FIGURATIVE =
  /\b(?:open|hours|newsletter|unsubscribe|special|deals?|serving|people|customers)\b/;

/** Reads what recurs in a lower-case sentence. A rule is left out where the words set none. */
export function readRecurrences(sentence: string): Recurrence[] {
  if (
    !/\b(?:every|each|daily|weekly|bi-?weekly|fortnightly|monthly|quarterly|annual|annually|yearly)\b|days\b|of the month|of the quarter/.test(
      sentence,
    )
  ) {
    return [];
  }
  if (FIGURATIVE.test(sentence)) return [];
  const found: Recurrence[] = [];
  let rest = sentence;
  const add = (hit: RegExpExecArray, parts: readonly string[]): void => {
    if (rest[hit.index] === '#') return;
    const time = AT_TIME.exec(
      sentence.slice(hit.index + hit[0].length, hit.index + hit[0].length + 60),
    );
    const clock = time === null ? undefined : findClock(time[1] ?? '');
    const length = hit[0].length + (clock === undefined ? 0 : (time?.[0].length ?? 0));
    const hour =
      clock === undefined
        ? []
        : [`BYHOUR=${Number(clock.slice(0, 2))}`, `BYMINUTE=${Number(clock.slice(3))}`];
    found.push({ index: hit.index, length, rule: [...parts, ...hour].join(';') });
    rest = rest.slice(0, hit.index) + '#'.repeat(length) + rest.slice(hit.index + length);
  };
  const days = (list: string): string =>
    `BYDAY=${[...list.matchAll(new RegExp(WEEKDAY.replace('(?![a-z])', ''), 'g'))].map(([word]) => CODES[weekdayNumber(word)] ?? '').join(',')}`;

  for (const hit of hitsOf(rest, NTH_WEEKDAY)) {
    const [, which = '', what = '', unit] = hit;
    const count = which === 'last' ? -1 : numberOf(which);
    const freq = unit === 'quarter' ? ['FREQ=MONTHLY', 'INTERVAL=3'] : ['FREQ=MONTHLY'];
    if (what === 'day') add(hit, [...freq, `BYMONTHDAY=${count}`]);
    else if (what === 'business day')
      add(hit, [...freq, 'BYDAY=MO,TU,WE,TH,FR', `BYSETPOS=${count}`]);
    else add(hit, [...freq, `BYDAY=${count}${CODES[weekdayNumber(what)]}`]);
  }
  for (const hit of hitsOf(rest, DAY_OF_MONTH)) {
    const [all, onThe, monthly, after, before] = hit;
    if (onThe !== undefined && monthly === undefined && !/^(?:monthly|every|each)/.test(all))
      continue;
    const day = numberOf(onThe ?? after ?? before ?? '');
    if (day >= 1 && day <= 31) add(hit, ['FREQ=MONTHLY', `BYMONTHDAY=${day}`]);
  }
  for (const hit of hitsOf(rest, YEARLY_ON)) {
    const [, day1, month1, month2, day2] = hit;
    add(hit, [
      'FREQ=YEARLY',
      `BYMONTH=${monthOf(month1 ?? month2 ?? '')}`,
      `BYMONTHDAY=${Number(day1 ?? day2)}`,
    ]);
  }
  for (const hit of hitsOf(rest, EVERY_WEEKDAY)) {
    const [, other, every, often, onDays, plural] = hit;
    const isSecond =
      /other|second|2nd/.test(other ?? '') || /bi|fort|two|2|other/.test(often ?? '');
    const interval = isSecond ? ['INTERVAL=2'] : / third/.test(other ?? '') ? ['INTERVAL=3'] : [];
    add(hit, ['FREQ=WEEKLY', ...interval, days(every ?? onDays ?? plural ?? '')]);
  }
  // "Our monthly call on the first Monday of each month" is one rule.
  for (const hit of found.length > 0 ? [] : hitsOf(rest, EVERY_UNIT)) {
    const [all, count, unit, adverb] = hit;
    const tail = sentence.slice(hit.index + all.length, hit.index + all.length + 60);
    const isPlaced =
      count !== undefined ||
      AT_TIME.test(tail) ||
      THING.test(tail) ||
      /\b(?:meeting|call|report|payment|due|inspection|stand-?up|pick-?up|delivery|invoice|maintenance|cleaning|visit|charged|billed|rent|back-?up)s?\b.{0,40}$/.test(
        sentence.slice(0, hit.index),
      );
    if (!isPlaced) continue;
    add(hit, unitRule(unit ?? adverb ?? '', count));
  }
  return found.sort((one, other) => one.index - other.index);
}

function unitRule(unit: string, count: string | undefined): string[] {
  const number =
    count === undefined ? 1 : count === 'other' || count === 'second' ? 2 : numberOf(count);
  const interval = (times: number): string[] =>
    number * times > 1 ? [`INTERVAL=${number * times}`] : [];
  if (/^(?:business|working|weekday)/.test(unit)) return ['FREQ=WEEKLY', 'BYDAY=MO,TU,WE,TH,FR'];
  if (/^(?:day|dai|morn|aft|eve)/.test(unit)) return ['FREQ=DAILY', ...interval(1)];
  if (/^(?:bi|fort)/.test(unit)) return ['FREQ=WEEKLY', 'INTERVAL=2'];
  if (unit.startsWith('week')) return ['FREQ=WEEKLY', ...interval(1)];
  if (unit.startsWith('month')) return ['FREQ=MONTHLY', ...interval(1)];
  if (unit.startsWith('quarter')) return ['FREQ=MONTHLY', ...interval(3)];
  return ['FREQ=YEARLY', ...interval(1)];
}
