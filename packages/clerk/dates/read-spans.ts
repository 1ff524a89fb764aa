import type { TakeDays } from './read-days.ts';
import { readMonth, readPartOfMonth } from './read-months.ts';
import { readNthWeek, readNthWeekday, readNthWeekend } from './read-nth-of-month.ts';
import { readWeek, readWeekBeside, readWeekend } from './read-weeks.ts';
import { readRest, readWeeksOfMonth } from './read-weeks-of-month.ts';

/** Each tells whether it took something; the first that does is the only one. */
const READERS: readonly ((text: string, today: string, take: TakeDays) => boolean)[] = [
  readWeeksOfMonth,
  readRest,
  readNthWeekend,
  readNthWeekday,
  readNthWeek,
  readWeekBeside,
  readWeekend,
  readWeek,
  readPartOfMonth,
  readMonth,
];

/** Weekends, weeks and months, which have a first and a last day. */
export function readSpans(text: string, today: string, take: TakeDays): void {
  READERS.some((read) => read(text, today, take));
}
