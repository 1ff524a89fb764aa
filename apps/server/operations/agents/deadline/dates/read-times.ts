import { hitsOf } from '../../text/hits-of.ts';
import type { Reading } from './mention.ts';
import { NUMBER_WORD, numberOf } from './words.ts';

/** A time of day, before it is known which day it belongs to. */
export interface TimeAtom {
  start: number;
  end: number;
  time: string;
  endTime?: string;
  timezone?: string;
  /** Without "am", "pm" or a day part: could be either half of the day. */
  isOpen: boolean;
  /** Only beside a date: "at 4", "nine thirty". */
  needsDate: boolean;
  /** The end of a day rather than a time someone set. */
  isDayEnd?: boolean;
}

/** When a day's work ends, where words say no more than "close of business". */
const CLOSE_OF_BUSINESS = '17:00';
const END_OF_DAY = '23:59';

const HALF = '(a\\.? ?m\\.?|p\\.? ?m\\.?|a|p)(?![a-z\\d])';
const ZONE =
  '(?: ?\\(?(pt|pst|pdt|et|est|edt|ct|cst|cdt|mt|mst|mdt|gmt|utc|bst|cet|cest|pacific|eastern|central|mountain)(?: (?:standard |daylight )?time)?(?![a-z])\\)?)?';
const ZONES: Record<string, string> = {
  p: 'America/Los_Angeles',
  e: 'America/New_York',
  c: 'America/Chicago',
  m: 'America/Denver',
  g: 'Etc/UTC',
  u: 'Etc/UTC',
  b: 'Europe/London',
};

const CLOCK = new RegExp(
  `(?<![\\w$€£.,:/-])(\\d{1,2})(?:[:.](\\d\\d))?(?::\\d\\d)? ?${HALF}(?! (?:few|lot|couple|day|week|month|year|person|bit|little))${ZONE}`,
  'g',
);
const CLOCK_RANGE = new RegExp(
  `(?<![\\w$€£.,:/-])(\\d{1,2})(?::(\\d\\d))? ?(?:${HALF})? ?(?:-|to|until|till|and) ?(\\d{1,2})(?::(\\d\\d))? ?${HALF}${ZONE}`,
  'g',
);
const DIGITAL = new RegExp(
  `(?<![\\w$€£.,:/])(\\d{1,2}):(\\d\\d)(?::\\d\\d)?(?![\\d:])(?: ?(?:hrs|hours|h)(?![a-z]))?${ZONE}`,
  'g',
);
const DOTTED = /(?<=\bat )(\d{1,2})\.(\d\d)(?![\d.])/g;
const O_CLOCK = new RegExp(
  `(?<![\\w$.,:/-])(\\d{1,2}|${NUMBER_WORD}) ?o ?'? ?clock(?: ${HALF})?`,
  'g',
);
const WORD_CLOCK = new RegExp(
  `(?<![\\w-])(${NUMBER_WORD})[- ](?:(fifteen|thirty|forty[- ]five|(?:twenty|thirty|forty|fifty|oh)[- ]${NUMBER_WORD}|ten|twenty|forty|fifty)(?: minutes?)? ?(a\\.? ?m\\.?|p\\.? ?m\\.?)?|(a\\.? ?m\\.?|p\\.? ?m\\.?))(?![a-z])`,
  'g',
);
const PAST_TO = new RegExp(
  `(?<![\\w-])(half|(?:a )?quarter|${NUMBER_WORD}|\\d{1,2})(?: min(?:ute)?s?)? (past|after|to|till|before) (\\d{1,2}|${NUMBER_WORD})(?: ?${HALF}| o'?clock)?(?![\\w:/]| (?:days?|weeks?|months?|people|hours?))`,
  'g',
);
const AT_HOUR = new RegExp(
  `(?<=\\b(?:at|by|around|about|before|until|till|tonight|morning|afternoon|evening) )(\\d{1,2}|${NUMBER_WORD})(?![\\d:/%]|[.-]\\d|(?!ish)\\w| (?:people|guests|percent|of|days?|hours?|weeks?|months?|units|boxes|pieces|or|more|other|and|to))(?:ish)?(?: sharp)?`,
  'g',
);
const DIGITAL_RANGE = new RegExp(
  `(?<![\\w$€£.,:/-])(\\d{1,2}):(\\d\\d) ?(?:-|to|until|till) ?(\\d{1,2}):(\\d\\d)(?![\\d:]| ?[ap]\\.?m)${ZONE}`,
  'g',
);
const HOUR_OF_PART = new RegExp(
  `(?<![\\w$.,:/-])(\\d{1,2}|${NUMBER_WORD})(?::(\\d\\d))?(?: o ?'? ?clock)? (?:in the|at) (morning|afternoon|evening|night)(?![a-z])`,
  'g',
);
/** "At 1130", "at 230". */
const RUN_TOGETHER =
  /(?<=\bat )(\d{1,2})([0-5]\d)(?![\d:/%-]|[.,]\d|\w| (?:[nsew]\b|[a-z]+ (?:st|street|ave|rd|road|blvd|drive|lane)))/g;
const MIDDAY = /\b(noon|midday|12 noon|midnight)\b/g;
const MILITARY = /(?<![\w$.,:/-])([01]\d|2[0-3])([0-5]\d) ?(?:hrs|hours|h)\b/g;
const DAY_END =
  /\b(?:the )?(?:(cob|cop|eob)|(close|end) of (?:the )?(?:business|play|trading|working day|work day|workday|business day|working hours)(?: day| hours)?|(close of (?:the )?day|eod|end[ -]of[ -](?:the )?day)|end of (?:the )?(?=#))(?![a-z])/g;

/** Reads times of day. `isLate` tells whether words near an index speak of afternoon or night. */
export function readTimes(reading: Reading): TimeAtom[] {
  const atoms: TimeAtom[] = [];
  const add = (
    index: number,
    length: number,
    atom: Omit<TimeAtom, 'start' | 'end'> | undefined,
  ): void => {
    if (atom === undefined || reading.rest[index] === '#') return;
    const end = index + length;
    atoms.push({ start: index, end, ...atom });
    reading.rest = reading.rest.slice(0, index) + '~'.repeat(length) + reading.rest.slice(end);
  };

  const { hasDigit, hasNumber, hasEdge } = reading.signs;
  const ifDigit = (pattern: RegExp) => (hasDigit ? hitsOf(reading.rest, pattern) : []);
  const ifNumber = (pattern: RegExp) => (hasNumber ? hitsOf(reading.rest, pattern) : []);
  const ifHolds = (letters: string) => {
    const isThere = hasNumber && reading.text.includes(letters);
    return (pattern: RegExp) => (isThere ? hitsOf(reading.rest, pattern) : []);
  };
  const [ifColon, ifAt, ifClock] = [ifHolds(':'), ifHolds('at '), ifHolds('clock')] as const;

  for (const { index, 0: all, 1: business, 2: closing } of hasEdge
    ? hitsOf(reading.rest, DAY_END)
    : []) {
    const time = business !== undefined || closing !== undefined ? CLOSE_OF_BUSINESS : END_OF_DAY;
    add(index, all.trimEnd().length, {
      time,
      isOpen: false,
      needsDate: /end of (?:the )?$/.test(all),
      isDayEnd: true,
    });
  }
  for (const { index, 0: all, 1: h1, 2: m1, 3: half1, 4: h2, 5: m2, 6: half2, 7: zone } of ifDigit(
    CLOCK_RANGE,
  )) {
    const end = clock(Number(h2), Number(m2 ?? 0), half2);
    let start = clock(Number(h1), Number(m1 ?? 0), half1 ?? half2);
    // "10-4 pm" begins in the morning.
    if (half1 === undefined && start !== undefined && end !== undefined && start > end) {
      start = clock(Number(h1), Number(m1 ?? 0), 'am');
    }
    if (start === undefined || end === undefined) continue;
    add(index, all.length, {
      time: start,
      endTime: end,
      isOpen: false,
      needsDate: false,
      ...zoneOf(zone),
    });
  }
  for (const { index, 0: all, 1: hour, 2: minute, 3: half, 4: zone } of ifDigit(CLOCK)) {
    const time = clock(Number(hour), Number(minute ?? 0), half);
    if (time === undefined) continue;
    add(index, all.length, {
      time,
      isOpen: false,
      needsDate: half?.length === 1 && minute === undefined,
      ...zoneOf(zone),
    });
  }
  for (const { index, 0: all, 1: hour, 2: minute } of ifDigit(MILITARY)) {
    add(index, all.length, { time: `${hour}:${minute}`, isOpen: false, needsDate: false });
  }
  for (const { index, 0: all, 1: h1, 2: m1, 3: h2, 4: m2, 5: zone } of ifColon(DIGITAL_RANGE)) {
    const time = clock(Number(h1), Number(m1), undefined);
    const endTime = clock(Number(h2), Number(m2), undefined);
    if (time === undefined || endTime === undefined) continue;
    add(index, all.length, {
      time: likelyHalf(time),
      endTime: likelyHalf(endTime),
      isOpen: false,
      needsDate: true,
      ...zoneOf(zone),
    });
  }
  for (const { index, 0: all, 1: hour = '', 2: minute, 3: zone } of ifColon(DIGITAL)) {
    const time = clock(Number(hour), Number(minute), undefined);
    if (time === undefined) continue;
    // "04:30" and "16:30" are clocks of 24 hours; "10:00" is, unless words say evening.
    const isOpen = !hour.startsWith('0') && Number(hour) <= 12;
    add(index, all.length, {
      time: isOpen ? likelyHalf(time) : time,
      isOpen,
      needsDate: true,
      ...zoneOf(zone),
    });
  }
  for (const { index, 0: all, 1: hour, 2: minute } of ifAt(RUN_TOGETHER)) {
    const time = clock(Number(hour), Number(minute), undefined);
    if (time === undefined || hour === '0') continue;
    add(index, all.length, { time: likelyHalf(time), isOpen: Number(hour) <= 12, needsDate: true });
  }
  for (const { index, 0: all, 1: hour, 2: minute } of ifAt(DOTTED)) {
    const time = clock(Number(hour), Number(minute), undefined);
    add(
      index,
      all.length,
      time === undefined
        ? undefined
        : { time: likelyHalf(time), isOpen: Number(hour) < 12, needsDate: true },
    );
  }
  for (const { index, 0: all, 1: hour = '', 2: minute, 3: part } of ifNumber(HOUR_OF_PART)) {
    const time = clock(numberOf(hour), Number(minute ?? 0), part === 'morning' ? 'am' : 'pm');
    add(
      index,
      all.length,
      time === undefined ? undefined : { time, isOpen: false, needsDate: false },
    );
  }
  for (const { index, 0: all, 1: word } of hitsOf(reading.rest, MIDDAY)) {
    add(index, all.length, {
      time: word === 'midnight' ? END_OF_DAY : '12:00',
      isOpen: false,
      needsDate: false,
    });
  }
  for (const { index, 0: all, 1: hour = '', 2: half } of ifClock(O_CLOCK)) {
    const time = clock(numberOf(hour), 0, half);
    if (time === undefined) continue;
    add(index, all.length, {
      time: half === undefined ? likelyHalf(time) : time,
      isOpen: half === undefined,
      needsDate: false,
    });
  }
  for (const { index, 0: all, 1: words = '', 2: side, 3: hour = '', 4: half } of ifNumber(
    PAST_TO,
  )) {
    const minutes = words === 'half' ? 30 : words.endsWith('quarter') ? 15 : numberOf(words);
    const whole = numberOf(hour);
    if (!(whole >= 1 && whole <= 12) || !(minutes < 60)) continue;
    const isPast = side === 'past' || side === 'after';
    const time = isPast
      ? clock(whole, minutes, half)
      : clock(whole === 1 ? 12 : whole - 1, 60 - minutes, half);
    if (time === undefined) continue;
    add(index, all.length, {
      time: half === undefined ? likelyHalf(time) : time,
      isOpen: half === undefined,
      needsDate: words !== 'half' && !words.endsWith('quarter'),
    });
  }
  for (const { index, 0: all, 1: hour = '', 2: minutes, 3: half, 4: onlyHalf } of ifNumber(
    WORD_CLOCK,
  )) {
    const minute = minutes === undefined ? 0 : numberOf(minutes.replace(/^oh[- ]/, ''));
    const given = half ?? onlyHalf;
    const time = numberOf(hour) > 12 ? undefined : clock(numberOf(hour), minute, given);
    add(
      index,
      all.length,
      time === undefined
        ? undefined
        : {
            time: given === undefined ? likelyHalf(time) : time,
            isOpen: given === undefined,
            needsDate: given === undefined,
          },
    );
  }
  for (const { index, 0: all, 1: hour } of ifNumber(AT_HOUR)) {
    const value = numberOf(hour ?? '');
    const time = clock(value, 0, undefined);
    if (time === undefined || value === 0) continue;
    add(index, all.length, { time: likelyHalf(time), isOpen: value <= 12, needsDate: true });
  }
  return atoms.sort((one, other) => one.start - other.start);
}

function zoneOf(word: string | undefined): { timezone?: string } {
  if (word === undefined) return {};
  if (/^ces?t$/.test(word)) return { timezone: 'Europe/Berlin' };
  const timezone = ZONES[word[0] ?? ''];
  return timezone === undefined ? {} : { timezone };
}

function clock(hour: number, minute: number, half: string | undefined): string | undefined {
  if (!(minute >= 0 && minute < 60)) return undefined;
  let value = hour;
  if (half !== undefined) {
    if (!(hour >= 1 && hour <= 12)) return undefined;
    value = (hour % 12) + (half[0] === 'p' ? 12 : 0);
  }
  if (!(value >= 0 && value < 24)) return undefined;
  return `${String(value).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** Business is done between 7 and 18: "at 4" is in the afternoon. */
export function likelyHalf(time: string): string {
  const hour = Number(time.slice(0, 2));
  return hour >= 1 && hour < 7 ? `${hour + 12}${time.slice(2)}` : time;
}

/** The same reading of an open time, in the half of the day that words beside it name. */
export function inHalf(time: string, isLate: boolean): string {
  const hour = Number(time.slice(0, 2)) % 12;
  return `${String(hour + (isLate ? 12 : 0)).padStart(2, '0')}${time.slice(2)}`;
}

/** The 'HH:MM' a short text like "9 am" or "noon" says. */
export function findClock(words: string): string | undefined {
  if (words === 'noon') return '12:00';
  if (words === 'midnight') return END_OF_DAY;
  const hit = /^(\d{1,2})(?::(\d\d))? ?([ap])?/.exec(words);
  return hit === null ? undefined : clock(Number(hit[1]), Number(hit[2] ?? 0), hit[3]);
}
