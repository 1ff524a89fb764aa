import { addDays, weekdayOf } from '@deskbell/clerk';
import { addBusinessDays, addMonths, inWeekOf } from './calendar.ts';
import { blank, type DateAtom, type Reading, take } from './mention.ts';
import { COUNT, numberOf, UNIT, WEEKDAY, weekdayNumber } from './words.ts';

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

export function readNamedDays(reading: Reading): void {
  const { today, hour, minute } = reading.now;
  for (const [pattern, days] of NAMED_DAYS) {
    for (const { index, 0: all } of reading.rest.matchAll(pattern)) {
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
    for (const { index, 0: all } of reading.rest.matchAll(pattern)) {
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
  for (const { index, 0: all } of reading.rest.matchAll(NOW)) {
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

  for (const hit of reading.rest.matchAll(WEEK_THEN_DAY)) {
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
  for (const hit of reading.rest.matchAll(COUNTED_DAYS)) {
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
  for (const hit of reading.rest.matchAll(DAY_AFTER_NEXT)) {
    note(hit, addDays(onOrAfter(addDays(today, 1), weekdayNumber(hit[1] ?? '')), 7));
  }
  for (const hit of reading.rest.matchAll(DAY_OF_WEEK)) {
    note(hit, inWeek(hit[2] ?? '', weekdayNumber(hit[1] ?? '')));
  }
  for (const hit of reading.rest.matchAll(WEEK_FROM)) {
    note(hit, addDays(onOrAfter(today, weekdayNumber(hit[1] ?? '')), 7));
  }
  for (const hit of reading.rest.matchAll(WHICH_DAY)) {
    const weekday = weekdayNumber(hit[2] ?? '');
    note(hit, ...whichDay(today, hit[1] ?? '', weekday));
  }
  for (const hit of reading.rest.matchAll(PLAIN_DAY)) {
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

const DURATION = `(${COUNT}(?: more| full)?) ?-?(${UNIT})'?(?:(?:,| and|, and)? ?(${COUNT}) ?(${UNIT}))?(?:(?:,| and|, and)? ?(${COUNT}) ?(${UNIT}))?`;
const FROM_NOW = new RegExp(
  `(?<![\\w$.]|\\b(?:last|past|previous) )(?:(in|within|inside|in the next|within the next|over the next|after) (?:the next |about |around |approximately |a period of |max(?:imum)? |at most )?)?(?:the )?(?:next )?${DURATION}(?:'? time)?(?:( from now| from today| from the date of this (?:e-?mail|letter|notice|message)| later| hence| from then| out)| (ago(?![a-z])|(?:earlier|back|before)(?! [a-z#]))| (from|after|before|prior to|since|following|of)(?: (?:on |this |the )?(?=#)| (?:the )?(?:date of )?(?:the )?(receipt|receiving|invoice date|invoice|date of invoice|delivery|order|signing|signature)))?(?![a-z])`,
  'g',
);
const NET_DAYS =
  /\b(?:net[- ]?(\d{1,3})(?: days?)?|(\d{1,3}) days? net|terms:? (?:of )?(\d{1,3}) days?)\b/g;

const DAY_BESIDE = /\b(?:the )?(day|week|month|year) (after|before|following|of) (?:the )?(?=#)/g;

/** Reads "in two weeks", "3 days ago", "two weeks before" a date already read, "net 30". */
export function readOffsets(reading: Reading): void {
  for (const hit of reading.rest.matchAll(FROM_NOW)) readOffset(reading, hit);
  for (const hit of reading.rest.matchAll(DAY_BESIDE)) {
    const [all, unit = '', side] = hit;
    const anchor = reading.atoms.find(({ start }) => start === hit.index + all.length);
    if (anchor === undefined || anchor.date === null || anchor.kind !== 'day') continue;
    if (side === 'of' && unit !== 'day') continue;
    const sign = side === 'before' ? -1 : 1;
    const moved = side === 'of' ? anchor.date : shiftDay(anchor.date, [[1, unit]], sign);
    if (moved === undefined) continue;
    anchor.start = hit.index;
    anchor.date = moved;
    delete anchor.previousDate;
    blank(reading, hit.index, hit.index + all.length);
  }
  for (const hit of reading.rest.matchAll(NET_DAYS)) {
    const days = Number(hit[1] ?? hit[2] ?? hit[3]);
    if (days < 1) continue;
    take(reading, {
      start: hit.index,
      end: hit.index + hit[0].length,
      kind: 'day',
      date: addDays(reading.now.today, days),
      source: 'relative',
      relation: 'within',
    });
  }
}

function readOffset(reading: Reading, hit: RegExpExecArray): void {
  const [
    all,
    lead,
    count1 = '',
    unit1 = '',
    count2,
    unit2,
    count3,
    unit3,
    later,
    ago,
    anchor,
    event,
  ] = hit;
  if (reading.rest[hit.index] === '#') return;
  const parts: [number, string][] = [[numberOf(count1.replace(/ (?:more|full)$/, '')), unit1]];
  if (count2 !== undefined && unit2 !== undefined) parts.push([numberOf(count2), unit2]);
  if (count3 !== undefined && unit3 !== undefined) parts.push([numberOf(count3), unit3]);
  if (parts.some(([count]) => Number.isNaN(count))) return;
  const end = hit.index + all.length;
  const isByWeeks = parts.some(
    ([, unit]) => /^(?:w|f|mo|y)/.test(unit) && !/^work|^weekd/.test(unit),
  );
  const isWithin = lead !== undefined && /within|next|inside/.test(lead);
  const isNextSpan = lead === undefined && /\bnext \S/.test(all.slice(0, 9));

  const anchorAtom =
    anchor === undefined || event !== undefined
      ? undefined
      : reading.atoms.find(({ start }) => start === end);
  if (anchorAtom !== undefined) {
    if (anchorAtom.date === null || anchorAtom.kind === 'now') {
      if (anchorAtom.kind !== 'now') return;
    }
    const sign = anchor === 'before' || anchor === 'prior to' ? -1 : 1;
    const base =
      anchorAtom.endDate !== undefined && sign === 1 ? anchorAtom.endDate : anchorAtom.date;
    const moved = base === null ? undefined : shiftDay(base, parts, sign);
    if (moved === undefined) {
      if (anchorAtom.kind === 'now') noteMoment(reading, hit.index, anchorAtom.end, parts, 1);
      if (anchorAtom.kind === 'now') reading.atoms.splice(reading.atoms.indexOf(anchorAtom), 1);
      return;
    }
    const isMoment = anchorAtom.kind === 'now';
    anchorAtom.start = hit.index;
    anchorAtom.kind = 'day';
    if (anchor === 'from' && anchorAtom.time !== undefined && isMoment) delete anchorAtom.time;
    anchorAtom.date = moved;
    delete anchorAtom.endDate;
    delete anchorAtom.previousDate;
    if (isByWeeks) anchorAtom.isCounted = true;
    if (isWithin) anchorAtom.relation = 'within';
    blank(reading, hit.index, end);
    return;
  }

  const sign = ago === undefined ? 1 : -1;
  const isMarked = later !== undefined || ago !== undefined || event !== undefined;
  if (!isMarked && lead === undefined && !isNextSpan) return;
  // "After 3 days" of what is not said; "in 3 days" is.
  if (!isMarked && lead === 'after') return;
  // A dangling preposition without its anchor: "5 days after the meeting".
  if (anchor !== undefined && event === undefined) return;
  const date = shiftDay(reading.now.today, parts, sign);
  if (date === undefined) {
    noteMoment(reading, hit.index, end, parts, sign);
    const moment = reading.atoms.at(-1);
    if (isWithin && moment?.start === hit.index) moment.relation = 'within';
    return;
  }
  take(reading, {
    start: hit.index,
    end,
    kind: 'day',
    date,
    source: 'relative',
    ...(isByWeeks ? { isCounted: true } : {}),
    ...(isWithin || isNextSpan || event !== undefined ? { relation: 'within' } : {}),
    // The mail's own date stands in for a receipt or an invoice that came with it.
    ...(event !== undefined && !/^(?:receipt|receiving|invoice)/.test(event)
      ? { isAmbiguous: true }
      : {}),
    ...(later === ' later' ? { isAmbiguous: true } : {}),
  });
}

const OFFSET_GAP = /^,? $/;

/** "Monday, two weeks from now", "in two weeks on Monday": that day of the week so counted. */
export function joinOffsetWeekdays(reading: Reading): void {
  for (const offset of reading.atoms.filter(({ isCounted }) => isCounted === true)) {
    const weekday = reading.atoms.find(
      (atom) =>
        atom.source === 'weekday' &&
        atom.previousDate !== undefined &&
        (OFFSET_GAP.test(reading.text.slice(atom.end, Math.max(atom.end, offset.start))) ||
          reading.text.slice(offset.end, Math.max(offset.end, atom.start)) === ' on '),
    );
    if (weekday === undefined || weekday.date === null || offset.date === null) continue;
    offset.date = inWeekOf(offset.date, weekdayOf(weekday.date));
    offset.start = Math.min(offset.start, weekday.start);
    offset.end = Math.max(offset.end, weekday.end);
    reading.atoms.splice(reading.atoms.indexOf(weekday), 1);
  }
}

/** Undefined when the parts are shorter than days, or not whole. */
function shiftDay(
  day: string,
  parts: readonly [number, string][],
  sign: number,
): string | undefined {
  let result = day;
  for (const [count, unit] of parts) {
    const days = sign * count;
    if (/^(?:min|hour|hr)/.test(unit)) {
      // "48 hours" is counted to the hour when it starts now, and in days from a day.
      return undefined;
    }
    if (/^(?:business|work|banking|weekday)/.test(unit)) result = addBusinessDays(result, days);
    else if (/^(?:calendar|day)/.test(unit)) result = addDays(result, Math.round(days));
    else if (/^w/.test(unit)) result = addDays(result, Math.round(days * 7));
    else if (/^f/.test(unit)) result = addDays(result, Math.round(days * 14));
    else if (/^m/.test(unit))
      result = count < 1 ? addDays(result, sign * 15) : addMonths(result, days);
    else if (/^q/.test(unit)) result = addMonths(result, days * 3);
    else result = addMonths(result, Math.round(days * 12));
  }
  return result;
}

const MS_PER: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** "In 5 minutes", "3 hours ago": counted on the clock, not on the wall, across changes of time. */
function noteMoment(
  reading: Reading,
  start: number,
  end: number,
  parts: readonly [number, string][],
  sign: number,
): void {
  let ms = 0;
  for (const [count, unit] of parts) {
    const msPerUnit = MS_PER[unit[0] ?? ''];
    if (msPerUnit === undefined || /^mo/.test(unit)) return;
    ms += count * msPerUnit;
  }
  const { today, time } = reading.toLocal(new Date(reading.now.instant.getTime() + sign * ms));
  take(reading, { start, end, kind: 'day', date: today, time, source: 'relative' });
}
