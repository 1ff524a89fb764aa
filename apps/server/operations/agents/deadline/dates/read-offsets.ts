import { addDays, weekdayOf } from '@deskbell/clerk';
import { hitsOf } from '../../text/hits-of.ts';
import { addBusinessDays, addMonths, inWeekOf } from './calendar.ts';
import { blank, type Reading, take } from './mention.ts';
import { COUNT, numberOf, UNIT } from './words.ts';

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
  if (!reading.signs.hasUnit && !reading.signs.hasDigit) return;
  for (const hit of hitsOf(reading.rest, FROM_NOW)) readOffset(reading, hit);
  for (const hit of hitsOf(reading.rest, DAY_BESIDE)) {
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
  for (const hit of hitsOf(reading.rest, NET_DAYS)) {
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
