import * as chrono from 'chrono-node/en';
import { addDays, type LocalTime, toDay } from './calendar.ts';
import { MONTH_WORD } from './months.ts';
import type { TakeDays } from './read-days.ts';

const NUMBER_AFTER_DAY = new RegExp(
  `\\b${MONTH_WORD} \\d{1,2}(?:st|nd|rd|th)?, ?(?=\\d{1,3}\\b(?!\\d))`,
  'g',
);
const IS_BACKWARD =
  /\b(?:last(?! (?:weekend|week|days?|half) (?:of|in)\b)|ago|past|yesterday|previous)\b/;
/** "Was november 20 free?" asks about the November that was, "I was hoping for may 3" does not. */
export const ASKED_OF_PAST =
  /(?:^|[.?!,;] |\b(?:and|so|why|how|when|where|what|who) )(?:was|were|did|wasn't|weren't|didn't) (?!i\b)/;

const isBackward = (text: string): boolean => IS_BACKWARD.test(text) || ASKED_OF_PAST.test(text);
const GAP_AFTER_MONTH = new RegExp(`(?<=\\d ${MONTH_WORD},?) {3,}`, 'g');
/** "Would December 11 be free" names no year of an era. */
const ERA = /(?<=\d) (?:be|ce|ad|bc|bce)\b/g;

/** All ways to name a day or a time that the parser knows. */
export function readWithChrono(text: string, now: LocalTime, take: TakeDays): void {
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

/** What follows "7:15" where the parser reads a morning. */
const IN_THE_EVENING =
  /^,? ?(?:o'?clock |sharp )?(?:in the (?:late |early )?(?:evening|afternoon)|(?:late )?at night|tonight)\b/;

const pad = (value: number): string => String(value).padStart(2, '0');
