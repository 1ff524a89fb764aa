import { addDays, weekdayOf } from '@deskbell/clerk';
import { hitsOf } from '../../text/hits-of.ts';
import { inWeekOf } from './calendar.ts';
import { type DateAtom, type Reading, take } from './mention.ts';
import { COUNT, numberOf, WEEKDAY, weekdayNumber } from './words.ts';

const NAMED_DAYS: readonly [RegExp, number][] = [
  [/\b(?:the )?day after tomorrow\b/g, 2],
  [/\b(?:the )?day before yesterday\b/g, -2],
  [/\b(?:tomorrow|tomorow|tommorow|tommorrow|tmrw|tmr|tmw)\b/g, 1],
  [/\b(?:yesterday|last night)\b/g, -1],
  [
    /\b(?:today|tonight|otd|this (?:very )?(?:morning|afternoon|evening)|(?:later )?(?:same|this) day)\b(?!'s)/g,
    0,
  ],
  [/\btoday's\b/g, 0],
];
/** Days told from another one that is not in sight. */
const FOLLOWING_DAYS: readonly [RegExp, number][] = [
  [/\b(?:the )?(?:next|following) day\b(?! of the week)|\bthe day after\b(?! [a-z#])/g, 1],
  [/\bthe (?:previous day|day before)\b(?! [a-z#])/g, -1],
];
const NOW =
  /\b(?:right now|at present|at (?:this|the present) (?:very )?(?:time|moment)|at the moment|as of now|(?<!from )now)\b(?! that\b)/g;

/** Each pattern above holds one of these. */
const MAY_NAME_DAY = /day|mor+ow|tmr|tmw|night|morning|noon|evening|otd/;
const MAY_BE_NOW = /now|at present|time|moment/;

export function readNamedDays(reading: Reading): void {
  if (MAY_NAME_DAY.test(reading.text)) readDays(reading);
  if (MAY_BE_NOW.test(reading.text)) readNow(reading);
}

function readDays(reading: Reading): void {
  const { today } = reading.now;
  for (const [pattern, days] of NAMED_DAYS) {
    for (const { index, 0: all } of hitsOf(reading.rest, pattern)) {
      take(reading, {
        start: index,
        end: index + all.length,
        kind: 'day',
        date: addDays(today, days),
        source: 'relative',
      });
    }
  }
  for (const [pattern, days] of FOLLOWING_DAYS) {
    for (const { index, 0: all } of hitsOf(reading.rest, pattern)) {
      take(reading, {
        start: index,
        end: index + all.length,
        kind: 'day',
        date: addDays(today, days),
        isAmbiguous: true,
        source: 'relative',
      });
    }
  }
}

function readNow(reading: Reading): void {
  const { today, hour, minute } = reading.now;
  for (const { index, 0: all } of hitsOf(reading.rest, NOW)) {
    const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
    take(reading, {
      start: index,
      end: index + all.length,
      kind: 'now',
      date: today,
      time,
      source: 'relative',
    });
  }
}

const WHICH =
  '(this past|this coming|this upcoming|this|next|last|previous|past|coming|upcoming|following)';
const WEEK_THEN_DAY = new RegExp(
  `\\b(?:the )?(this|next|last|previous|following|coming) week(?:'?s)?,? (?:on |- ?)?(${WEEKDAY})`,
  'g',
);
const DAY_OF_WEEK = new RegExp(
  `\\b(${WEEKDAY}),? (?:of |in )?(?:the )?(this|next|last|previous|following|coming) week(?![a-z])`,
  'g',
);
const WHICH_DAY = new RegExp(`\\b(?:the |on )?${WHICH} (${WEEKDAY})`, 'g');
const WEEK_FROM = new RegExp(`\\b(${WEEKDAY}) week(?![a-z-])`, 'g');
const PLAIN_DAY = new RegExp(`(?<![a-z'-])(${WEEKDAY})`, 'g');
/** Words that are no weekday unless something says so. */
const NEEDS_CUE = /^(?:sun|sat|wed|mon)\b/;
const DAY_CUE =
  /(?:\b(?:on|by|until|till|before|after|due|or|and|to|from|thru|through|for|of|every|each|than|-|:|\/)|[,(/-]) {0,2}$/;
const DAY_FOLLOWED =
  /^,? (?:at|by|before|after|morning|afternoon|evening|night|noon|eod|cob|end|close|or (?:mon|tue|wed|thu|fri|sat|sun)|\d{1,2}(?::\d\d)? ?[ap])/;

const SAME_WEEK = new RegExp(`^(?:,| or| and|, or|, and| ?/) ?(?:on )?(${WEEKDAY})`);
const COUNTED_DAYS = new RegExp(
  `(?<![\\w])(${COUNT}) (sunday|monday|tuesday|wednesday|thursday|friday|saturday)s? (from now|from today|ago|hence)`,
  'g',
);
const DAY_AFTER_NEXT = new RegExp(
  `\\b(?:the )?(${WEEKDAY}) after next(?![a-z])(?! [a-z]+day)`,
  'g',
);

export function readWeekdays(reading: Reading): void {
  if (!reading.signs.hasWeekday) return;
  const { today } = reading.now;
  const note = (hit: RegExpExecArray, date: string, more: Partial<DateAtom> = {}): void => {
    if (reading.rest[hit.index] === '#') return;
    // A dot after the name ends the sentence as often as it abbreviates.
    const length = hit[0].replace(/\.$/, '').length;
    take(reading, {
      start: hit.index,
      end: hit.index + length,
      kind: 'day',
      date,
      source: 'weekday',
      ...more,
    });
  };
  const inWeek = (which: string, weekday: number): string =>
    inWeekOf(addDays(today, which === 'this' ? 0 : /last|previous/.test(which) ? -7 : 7), weekday);

  for (const hit of hitsOf(reading.rest, WEEK_THEN_DAY)) {
    const which = hit[1] ?? '';
    note(hit, inWeek(which, weekdayNumber(hit[2] ?? '')));
    // "Next week on Tuesday or Thursday" speaks of one week.
    let end = hit.index + hit[0].length;
    for (let count = 0; count < 4; count += 1) {
      const other = SAME_WEEK.exec(reading.rest.slice(end, end + 24));
      if (other === null) break;
      const word = other[1] ?? '';
      const start = end + other[0].length - word.length;
      end += other[0].length;
      take(reading, {
        start,
        end: start + word.replace(/\.$/, '').length,
        kind: 'day',
        date: inWeek(which, weekdayNumber(word)),
        source: 'weekday',
      });
    }
  }
  for (const hit of hitsOf(reading.rest, COUNTED_DAYS)) {
    const count = numberOf(hit[1] ?? '');
    const weekday = weekdayNumber(hit[2] ?? '');
    const next = onOrAfter(addDays(today, 1), weekday);
    if (!(count >= 1)) continue;
    note(
      hit,
      addDays(
        next,
        hit[3] === 'ago' ? -7 * count - (weekdayOf(today) === weekday ? 7 : 0) : 7 * (count - 1),
      ),
    );
  }
  for (const hit of hitsOf(reading.rest, DAY_AFTER_NEXT)) {
    note(hit, addDays(onOrAfter(addDays(today, 1), weekdayNumber(hit[1] ?? '')), 7));
  }
  for (const hit of hitsOf(reading.rest, DAY_OF_WEEK)) {
    note(hit, inWeek(hit[2] ?? '', weekdayNumber(hit[1] ?? '')));
  }
  for (const hit of hitsOf(reading.rest, WEEK_FROM)) {
    note(hit, addDays(onOrAfter(today, weekdayNumber(hit[1] ?? '')), 7));
  }
  for (const hit of hitsOf(reading.rest, WHICH_DAY)) {
    const weekday = weekdayNumber(hit[2] ?? '');
    note(hit, ...whichDay(today, hit[1] ?? '', weekday));
  }
  for (const hit of hitsOf(reading.rest, PLAIN_DAY)) {
    const word = hit[1] ?? '';
    const { text } = reading;
    if (NEEDS_CUE.test(word)) {
      const isCued =
        DAY_CUE.test(text.slice(Math.max(0, hit.index - 10), hit.index)) ||
        DAY_FOLLOWED.test(text.slice(hit.index + word.length, hit.index + word.length + 14));
      const isAtEnd =
        !word.startsWith('sat') &&
        /^ ?(?:[.,;:!?)]|$)/.test(text.slice(hit.index + word.length)) &&
        !/\b(?:the|a|my|to|and) $/.test(text.slice(Math.max(0, hit.index - 6), hit.index));
      if (!isCued && !isAtEnd) continue;
    }
    const weekday = weekdayNumber(word);
    const date = onOrAfter(today, weekday);
    const before = addDays(date, -7);
    // On a Friday, "Friday" may be the one in a week.
    note(hit, date, { previousDate: before, ...(date === today ? { isAmbiguous: true } : {}) });
  }
}

const onOrAfter = (day: string, weekday: number): string =>
  addDays(day, (weekday - weekdayOf(day) + 7) % 7);

/** Weeks run from Monday to Sunday: "next Friday" is the one of the next week, "last" of the last. */
function whichDay(today: string, which: string, weekday: number): [string, Partial<DateAtom>?] {
  const thisWeek = inWeekOf(today, weekday);
  const nearest = onOrAfter(addDays(today, 1), weekday);
  const latest = addDays(nearest, -7);
  switch (which) {
    case 'this':
      return [thisWeek];
    case 'this coming':
    case 'this upcoming':
    case 'coming':
    case 'upcoming':
      return [nearest];
    case 'this past':
    case 'past':
      return [latest === today ? addDays(today, -7) : latest];
    case 'last':
    case 'previous': {
      const date = addDays(thisWeek, -7);
      return [date, { isAmbiguous: thisWeek < today }];
    }
    default: {
      const date = addDays(thisWeek, 7);
      // Said on Monday, "next Friday" may be this week's to some.
      return [date, { isAmbiguous: thisWeek > addDays(today, 1) }];
    }
  }
}
