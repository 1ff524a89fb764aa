import {
  addDays,
  type DayMention,
  daysBetween,
  type LocalTime,
  nextWeekday,
  WEEKDAY_NAMES,
  weekdayNumber,
  weekdayOf,
} from '@deskbell/clerk';
import type { Memory } from '../../memory.ts';
import { readRelativeDay } from './read-relative-day.ts';

/** What earlier messages said about days. */
export interface KnownDays {
  /** The day of the order, or else the one day last spoken about. */
  chosen: string | undefined;
  spoken: Memory['days'];
  pickup: string | undefined;
  flight: string | undefined;
}

const BARE_WEEKDAY =
  /^(?:on )?(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,?(?: (?:at|by) .*)?$/;
const CORRECTS =
  /\b(?:actually|make (?:it|that)|instead|rather|no|not|nah|sorry|wait|i mean(?:t)?|chang\w+|switch\w*|move (?:it|that)|push (?:it|that)|what about|how about|or|then|better|works?|cheaper|less|save|difference|more expensive)\b/;

/** The days of a message, seen from the ones that were spoken about before. */
export function relateDays(
  text: string,
  named: readonly DayMention[],
  { chosen, spoken, pickup, flight }: KnownDays,
  now: LocalTime,
): DayMention[] {
  const { today } = now;
  const base = { spoken, pickup, flight };
  // "That's a Friday, isn't it?" names the day that was chosen, and no other.
  const isNamed = ({ index }: DayMention): boolean => IS_A.test(text.slice(0, index));
  if (chosen !== undefined && named.some(isNamed)) {
    const days = named.filter((day) => !isNamed(day));
    return relateDays(text, days, { chosen, spoken, pickup, flight }, now);
  }
  const days = named;
  const relative = readRelativeDay(text, days, base);
  if (relative !== undefined) {
    const end = relative.index + relative.length;
    const others = days.filter(
      ({ index, length, first, time }) =>
        (first === '' && time !== undefined) ||
        ((index + length <= relative.index || index >= end) && first !== ''),
    );
    return [...others, relative].sort((a, b) => a.index - b.index);
  }
  const day = shiftedWeekend(text, spoken) ?? dayWithin(text, spoken);
  if (day !== undefined) return [{ first: day, last: day, index: 0, length: 0 }];
  const isCorrection = CORRECTS.test(text) || text.split(' ').length <= 4;
  if (chosen === undefined || chosen <= today) return [...days];
  return days.map((mention) => {
    const words = text.slice(mention.index, mention.index + mention.length).trim();
    // "Does the Sunday cost more?" is about the one that was spoken about.
    if (!isCorrection && !/\b(?:the|that) $/.test(text.slice(0, mention.index))) return mention;
    if (mention.first === '' || mention.first !== mention.last || !BARE_WEEKDAY.test(words)) {
      return mention;
    }
    const weekday = weekdayOf(mention.first);
    const isThatWeek = THAT_WEEK.test(text.slice(mention.index + mention.length));
    const near = isThatWeek
      ? addDays(chosen, mondayFirst(weekday) - mondayFirst(weekdayOf(chosen)))
      : PUTS_OFF.test(text)
        ? nextWeekday(chosen, weekday)
        : nearest(weekday, chosen, today);
    return { ...mention, first: near, last: near };
  });
}

const IS_A =
  /\b(?:that|it|this|which)(?:'s| is| would be|'d be)(?: already| actually)? (?:a|on a) $/;
/** "Friday that week" is in the week of the day that was chosen. */
const THAT_WEEK = /^ (?:of |in )?(?:that|the same|this same) week\b/;
/** To a later day. */
const PUTS_OFF = /\b(?:push|postpone|delay|put (?:it|that|this) off)\b/;
const mondayFirst = (weekday: number): number => (weekday + 6) % 7;

/** The day of that weekday nearest to `chosen` that is yet to come. */
function nearest(weekday: number, chosen: string, today: string): string {
  const after = nextWeekday(chosen, weekday);
  const before = addDays(after, -7);
  return daysBetween(before, chosen) < daysBetween(chosen, after) && before > today
    ? before
    : after;
}

/** "And the weekend after?", of the one last spoken about. */
function shiftedWeekend(text: string, days: Memory['days']): string | undefined {
  if (days === undefined) return undefined;
  const found =
    /\b(?:the )?weekend (after|before|later)(?: that| then)?(?:[?.!,]|$)|\b(?:the )?following weekend\b/.exec(
      text,
    );
  if (found === null) return undefined;
  return addDays(days.first, found[1] === 'before' ? -7 : 7);
}

/** "Sunday", of the weekend or week last spoken about. */
function dayWithin(text: string, days: Memory['days']): string | undefined {
  if (days === undefined || days.first === days.last || /\d|next|this|tomorrow/.test(text))
    return undefined;
  const named = WEEKDAY_NAMES.filter((weekday) => text.includes(weekday));
  const [only] = named;
  if (only === undefined || named.length > 1) return undefined;
  const day = nextWeekday(days.first, weekdayNumber(only));
  return day <= days.last ? day : undefined;
}
