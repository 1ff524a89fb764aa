import { addDays, type CalendarDate, weekdayOf } from '../../../platform/calendar-date.ts';

/** The week a day is in: Monday to Sunday. */
export function weekOf(day: CalendarDate): { monday: CalendarDate; sunday: CalendarDate } {
  const monday = addDays(day, -((weekdayOf(day) + 6) % 7));
  return { monday, sunday: addDays(monday, 6) };
}
