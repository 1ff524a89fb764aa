import { addDays, type DayMention } from '@deskbell/clerk';

/** Nobody books eleven months ahead by a day that has only just gone by. */
const RECENT_DAYS = 60;
const THIS_YEAR = /^,? (?:of )?this year\b/;
const NEXT_YEAR = /^,? (?:of )?next year\b/;

/**
 * The days as they were meant: a date without its year that went by in the last weeks, or is said to
 * be of this year, is the one that is past, not the one a year from now; "December 13 next year" is
 * not the one that comes first.
 */
export function withYearsMeant(
  text: string,
  days: readonly DayMention[],
  today: string,
): DayMention[] {
  const oldest = addDays(today, -RECENT_DAYS);
  return days.map((day) => {
    const words = text.slice(day.index, day.index + day.length);
    if (day.first === '' || !/\d/.test(words) || /\b20\d\d\b|\/\d\d?\/\d\d$/.test(words))
      return day;
    const rest = text.slice(day.index + day.length);
    const isOfThisYear = day.first.slice(0, 4) === today.slice(0, 4);
    if (isOfThisYear && NEXT_YEAR.test(rest)) {
      return { ...day, first: inOtherYear(day.first, 1), last: inOtherYear(day.last, 1) };
    }
    const [first, last] = [inOtherYear(day.first, -1), inOtherYear(day.last, -1)];
    const isThisYear = THIS_YEAR.test(rest) && day.first.slice(0, 4) > today.slice(0, 4);
    const isRecent = first >= oldest && last < today;
    return isRecent || isThisYear ? { ...day, first, last } : day;
  });
}

const inOtherYear = (day: string, years: number): string =>
  `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
