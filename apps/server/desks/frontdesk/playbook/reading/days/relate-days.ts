import {
  addDays,
  type DayMention,
  type LocalTime,
  nextWeekday,
  WEEKDAY_NAMES,
  weekdayNumber,
} from '@deskbell/clerk';
import type { Memory } from '../../memory.ts';
import { readRelativeDay } from './read-relative-day.ts';
import { relateWeekdays } from './relate-weekdays.ts';
import { withSpokenDays } from './spoken-days.ts';

/** What earlier messages said about days. */
export interface KnownDays {
  /** The day of the order, or else the one day last spoken about. */
  chosen: string | undefined;
  spoken: Memory['days'];
  pickup: string | undefined;
  flight: string | undefined;
  /** The single days spoken about in this conversation, the newest last. */
  named: readonly string[];
}

/** The days of a message, seen from the ones that were spoken about before. */
export function relateDays(
  text: string,
  named: readonly DayMention[],
  known: KnownDays,
  now: LocalTime,
): DayMention[] {
  const { chosen, spoken, pickup, flight } = known;
  // "That's a Friday, isn't it?" names the day that was chosen, and no other.
  const told = named.filter(
    ({ index }) => chosen === undefined || !IS_A.test(text.slice(0, index)),
  );
  const days = relateWeekdays(text, withSpokenDays(text, told, known), known, now);
  const relative = readRelativeDay(text, days, { spoken, pickup, flight });
  // "How much is it same day", of today: the service of that name.
  const isService = relative?.first === now.today && SAME_DAY.test(text);
  if (relative !== undefined && !isService) {
    const end = relative.index + relative.length;
    const others = days.filter(
      ({ index, length, first, time }) =>
        (first === '' && time !== undefined) ||
        ((index + length <= relative.index || index >= end) && first !== ''),
    );
    return [...others, relative].sort((a, b) => a.index - b.index);
  }
  const day = shiftedWeekend(text, spoken) ?? dayWithin(text, spoken);
  return day === undefined ? days : [{ first: day, last: day, index: 0, length: 0 }];
}

const SAME_DAY = /(?<!\b(?:that|the|this very|very) )\bsame[- ]?day\b(?! (?:as|of)\b)/;
const IS_A =
  /\b(?:that|it|this|which)(?:'?s| is| would be|'d be)(?: already| actually| also)? (?:a|on a) $/;

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
