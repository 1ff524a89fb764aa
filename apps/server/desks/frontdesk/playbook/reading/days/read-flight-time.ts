import { type DayMention, NUMBER_WORDS, readNumber } from '@deskbell/clerk';

/** "An hour later", "30 minutes earlier". */
const SHIFT = new RegExp(
  `\\b(?<half>half (?:an|a)|an?|${NUMBER_WORDS}|\\d{1,2})(?: (?:whole|full|good))? (?<unit>hours?|minutes?|mins?)(?<more> and a half)? (?<way>later|earlier|sooner|after that|before that)\\b`,
  'g',
);
/** What tells the half of the day. */
const HALF_TOLD = /[ap]\.?m\b|noon|midnight|morning|afternoon|evening|night|\b0\d:/;
const NOON = 12 * 60;
const DAY = 24 * 60;

/** The text with spaces in place of times that are counted from another one, which name no day. */
export const withoutShifts = (text: string): string =>
  text.replace(SHIFT, (hit) => ' '.repeat(hit.length));

/** The time of the flight as a message tells it or moves it; `known` is the one told before. */
export function readFlightTime(
  text: string,
  days: readonly DayMention[],
  known: string | undefined,
): string | undefined {
  const told = days.find(({ time }) => time !== undefined);
  if (told?.time !== undefined) {
    const words = text.slice(told.index, told.index + told.length + 4);
    return HALF_TOLD.test(words) ? told.time : inSameHalf(told.time, known);
  }
  const groups = [...text.matchAll(SHIFT)][0]?.groups;
  if (groups === undefined || known === undefined) return undefined;
  const isHours = groups.unit?.startsWith('h') === true;
  const count = readNumber(groups.half ?? '') ?? 1;
  const isHalf = groups.half?.startsWith('half') === true;
  const amount = isHalf ? 30 : count * (isHours ? 60 : 1) + (groups.more === undefined ? 0 : 30);
  const isLater = /^(?:later|after)/.test(groups.way ?? '');
  const moved = minutesOf(known) + (isLater ? amount : -amount);
  return moved >= 0 && moved < DAY ? timeOf(moved) : undefined;
}

/** "5:15", of a flight at 4 PM, is in the afternoon as well. */
function inSameHalf(time: string, known: string | undefined): string {
  const minutes = minutesOf(time);
  const isLate = known !== undefined && minutesOf(known) >= NOON;
  return isLate && minutes < NOON ? timeOf(minutes + NOON) : time;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const timeOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
