import { sayDay } from '../../ui/time-words.ts';

const DAY_MS = 86_400_000;

/** `today`, `tomorrow`, `yesterday`, `3 days ago`, `in 3 days`, else the day. Both are days of the business. */
export function sayDueDay(due: string, today: string): string {
  const days = Math.round((Date.parse(due) - Date.parse(today)) / DAY_MS);
  if (days === 0) return 'today';
  if (Math.abs(days) === 1) return days === 1 ? 'tomorrow' : 'yesterday';
  if (days < 0 && days >= -14) return `${-days} days ago`;
  if (days > 0 && days <= 14) return `in ${days} days`;
  return due.slice(0, 4) === today.slice(0, 4) ? sayDay(due) : `${sayDay(due)}, ${due.slice(0, 4)}`;
}
