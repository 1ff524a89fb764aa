import { addDays, isWeekend, weekdayOf } from '@deskbell/clerk';

export const yearIn = (day: string): number => Number(day.slice(0, 4));
export const monthIn = (day: string): number => Number(day.slice(5, 7));
export const dayIn = (day: string): number => Number(day.slice(8, 10));

/** The last day of a month; months outside 1 to 12 run into the years around. */
export function monthEnd(year: number, month: number): string {
  const date = new Date(Date.UTC(year, month, 0));
  return date.toISOString().slice(0, 10);
}

/** The same day some months on, or the last of that month when it is shorter. */
export function addMonths(day: string, count: number): string {
  const end = monthEnd(yearIn(day), monthIn(day) + count);
  return dayIn(day) < dayIn(end) ? end.slice(0, 8) + day.slice(8) : end;
}

/** The Monday on or before. */
export function mondayOf(day: string): string {
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}

/** That weekday (0 is Sunday) of the week, from Monday to Sunday, which `day` is in. */
export function inWeekOf(day: string, weekday: number): string {
  return addDays(mondayOf(day), (weekday + 6) % 7);
}

/** Monday to Friday count; holidays differ between businesses and do count. */
export function addBusinessDays(day: string, count: number): string {
  const step = count < 0 ? -1 : 1;
  let result = day;
  // Nobody counts further in business days, and work must stay bounded.
  for (let left = Math.min(Math.abs(count), 400); left > 0; ) {
    result = addDays(result, step);
    if (!isWeekend(result)) left -= 1;
  }
  return result;
}

/** The first and last day of the quarter that many quarters from the one `day` is in. */
export function quarterOf(day: string, count = 0): { first: string; last: string } {
  const startMonth = Math.floor((monthIn(day) - 1) / 3) * 3 + 1;
  const first = addMonths(
    `${day.slice(0, 4)}-${String(startMonth).padStart(2, '0')}-01`,
    count * 3,
  );
  return { first, last: monthEnd(yearIn(first), monthIn(first) + 2) };
}
