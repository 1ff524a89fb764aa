/** A month as '2026-12'. A day is '2026-12-24' throughout: never a moment in some time zone. */
export type Month = string;

const DAY_MS = 86_400_000;

const utc = (date: string): Date => new Date(`${date}T00:00:00Z`);

export const monthOf = (date: string): Month => date.slice(0, 7);

export const addDays = (date: string, days: number): string =>
  new Date(utc(date).getTime() + days * DAY_MS).toISOString().slice(0, 10);

export const addMonths = (month: Month, months: number): Month => {
  const first = utc(`${month}-01`);
  first.setUTCMonth(first.getUTCMonth() + months);
  return first.toISOString().slice(0, 7);
};

/** 0 is Sunday. */
export const weekdayOf = (date: string): number => utc(date).getUTCDay();

export const lastDayOf = (month: Month): string => addDays(`${addMonths(month, 1)}-01`, -1);

/** The month's days in weeks from Sunday to Saturday; null where another month's day would be. */
export const weeksOf = (month: Month): (string | null)[][] => {
  const first = `${month}-01`;
  const dayCount = Number(lastDayOf(month).slice(8));
  const cells: (string | null)[] = Array.from({ length: weekdayOf(first) }, () => null);
  for (let day = 0; day < dayCount; day += 1) cells.push(addDays(first, day));
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
};

/** The same day of another month, or that month's last day when it has no such day. */
const inMonth = (date: string, month: Month): string => {
  const day = `${month}${date.slice(7)}`;
  const last = lastDayOf(month);
  return day > last ? last : day;
};

/**
 * The day that a key leads to from another day in a calendar grid (the keys of the ARIA Authoring
 * Practices' date picker); undefined for a key that moves nothing.
 */
export const dayAfterKey = (
  date: string,
  { key, shiftKey }: { key: string; shiftKey: boolean },
): string | undefined => {
  switch (key) {
    case 'ArrowLeft':
      return addDays(date, -1);
    case 'ArrowRight':
      return addDays(date, 1);
    case 'ArrowUp':
      return addDays(date, -7);
    case 'ArrowDown':
      return addDays(date, 7);
    case 'Home':
      return addDays(date, -weekdayOf(date));
    case 'End':
      return addDays(date, 6 - weekdayOf(date));
    case 'PageUp':
      return inMonth(date, addMonths(monthOf(date), shiftKey ? -12 : -1));
    case 'PageDown':
      return inMonth(date, addMonths(monthOf(date), shiftKey ? 12 : 1));
    default:
      return undefined;
  }
};
