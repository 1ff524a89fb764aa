import { type DayMention, daysBetween } from '@deskbell/clerk';

/**
 * Without the weeks and months that only say where a day lies: "the 28th of this month", "Martin
 * Luther King Day next month".
 */
export function withoutFrames(mentions: readonly DayMention[]): DayMention[] {
  const days = [...new Set(mentions.map(({ first, last }) => (first === last ? first : '')))];
  return mentions.filter(
    ({ first, last }) =>
      first === last ||
      daysBetween(first, last) <= SHORT ||
      !days.some((day) => day !== '' && first <= day && day <= last),
  );
}

/** A weekend or a few days around a day are asked for beside it. */
const SHORT = 4;
