import { addDays, NUMBER_WORDS, nextWeekday, readNumber, weekdayNumber } from '@deskbell/clerk';

const RELATIVE = /\b(?:before|after|later|earlier|following|prior|sooner)\b/;
const WEEKDAY = /\b(sun|mon|tue|wed|thu|fri|sat)(?:[a-z]{0,5}day)?\b/g;
const SHIFT = new RegExp(
  `\\b(?:(an?|the|${NUMBER_WORDS}|\\d{1,2}) )?(day|week)s? (?:before|after|later|earlier|prior|sooner)\\b|\\b()following (day|week)\\b`,
  'g',
);
const MOST_BASES = 40;

/**
 * The days a customer's words count from others: "the last Friday before Christmas", "a week
 * later". Both directions are given, since which way it counts is the clerk's or a model's to read;
 * what is claimed of such a day is checked all the same.
 */
export function relativeDays(text: string, bases: Iterable<string>): string[] {
  const lower = text.toLowerCase();
  if (!RELATIVE.test(lower) && !/\b(?:that|the same) week\b/.test(lower)) return [];
  const known = [...bases].filter((day) => /^\d{4}-\d\d-\d\d$/.test(day)).slice(0, MOST_BASES);
  const weekdays = [...lower.matchAll(WEEKDAY)].map(([, name = '']) => weekdayNumber(name));
  const lengths = [...lower.matchAll(SHIFT)].map(([, count, unit, , other]) => {
    const many = /^\d/.test(count ?? '') ? Number(count) : (readNumber(count ?? '') ?? 1);
    return many * ((unit ?? other) === 'week' ? 7 : 1);
  });
  return known.flatMap((day) => [
    ...weekdays.flatMap((weekday) => [
      nextWeekday(addDays(day, 1), weekday),
      addDays(nextWeekday(day, weekday), -7),
    ]),
    ...lengths.flatMap((length) => [addDays(day, length), addDays(day, -length)]),
  ]);
}
