import { ORDINALS } from '../language/number-words.ts';
import { toDay, weekdayOf } from './calendar.ts';
import { daysOfNumber, MONTH_WORD, monthNumber, nextDayNumber, upcomingMonth } from './months.ts';
import type { TakeDays } from './read-days.ts';
import { weekdayNumber } from './weekdays.ts';

/** What follows the second of two days, and no pieces. */
const AFTER_DAY =
  'free|available|open|busy|ok|better|possible|works?|please|instead|looks?|looking|be|would|will|is|are|for|from|at|then|both|suit|fit';
const ALSO = new RegExp(
  `(?<=\\b(${MONTH_WORD}) \\d{1,2}(?:st|nd|rd|th)? (?:or|and) (?:the )?)(\\d{1,2})(?:(?:st|nd|rd|th)\\b|\\b(?=$|[?.!,]| (?:${AFTER_DAY})\\b))`,
  'g',
);

/** "December 12 or 13": the second day of the same month. */
export function readSecondOfMonth(text: string, today: string, take: TakeDays): void {
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
export function readOrdinalWords(text: string, today: string, take: TakeDays): void {
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
export function readOrdinals(text: string, today: string, take: TakeDays): void {
  for (const hit of text.matchAll(
    /\b(?:the )?(\d{1,2})(?:st|nd|rd|th)\b(?! (?:street|st\b|ave|floor|one|option|time))/g,
  )) {
    const day = nextDayNumber(Number(hit[1]), today);
    if (day !== undefined) take(hit.index, hit[0].length, { first: day, last: day });
  }
}

const NUMBERED =
  /\b((?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?),? the (\d{1,2})(?:st|nd|rd|th)\b(?! of (?!(?:the|this|next) month\b))/g;

/**
 * "Monday the 11th": the next 11th that is a Monday, or else, as for a slip, the next 11th at all.
 */
export function readNumberedWeekdays(text: string, today: string, take: TakeDays): void {
  for (const hit of text.matchAll(NUMBERED)) {
    const [words, name = '', number] = hit;
    const day =
      daysOfNumber(Number(number), today).find((one) => weekdayOf(one) === weekdayNumber(name)) ??
      nextDayNumber(Number(number), today);
    if (day !== undefined) take(hit.index, words.length, { first: day, last: day });
  }
}
