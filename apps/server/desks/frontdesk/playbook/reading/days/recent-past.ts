import { addDays, type DayMention } from '@deskbell/clerk';

/** Nobody books eleven months ahead by a day that has only just gone by. */
const RECENT_DAYS = 60;
const THIS_YEAR = /^,? (?:of )?this year\b/;

/**
 * The days as they were meant: a date without its year that went by in the last weeks, or is
 * said to be of this year, is the one that is past, not the one a year from now.
 */
export function withRecentPast(
  text: string,
  days: readonly DayMention[],
  today: string,
): DayMention[] {
  const oldest = addDays(today, -RECENT_DAYS);
  return days.map((day) => {
    const words = text.slice(day.index, day.index + day.length);
    if (day.first === '' || !/\d/.test(words) || /\b20\d\d\b|\/\d\d?\/\d\d$/.test(words))
      return day;
    const [first, last] = [yearBefore(day.first), yearBefore(day.last)];
    const isThisYear =
      THIS_YEAR.test(text.slice(day.index + day.length)) &&
      day.first.slice(0, 4) > today.slice(0, 4);
    const isRecent = first >= oldest && last < today;
    return isRecent || isThisYear ? { ...day, first, last } : day;
  });
}

const yearBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
