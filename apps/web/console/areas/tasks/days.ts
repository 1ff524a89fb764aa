import { addDays, weekdayOf } from '../../../book/calendar-month.ts';
import { sayDay } from '../../ui/time-words.ts';

/** The Monday that a day's week begins with, as everywhere in the back office. */
export const mondayOf = (day: string): string => addDays(day, -((weekdayOf(day) + 6) % 7));

/** Whole days from one to the other; negative when `to` is earlier. Clock changes do not matter. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** A day as people say it, with its year where that is another than this one. */
export const sayDayOf = (day: string, today: string): string =>
  day.slice(0, 4) === today.slice(0, 4) ? sayDay(day) : `${sayDay(day)}, ${day.slice(0, 4)}`;
