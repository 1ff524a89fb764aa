import { addDays, toDay } from '@deskbell/clerk';
import type { Direction } from './span.ts';

const ORDINAL = /^(?:on )?the \d{1,2}(?:st|nd|rd|th)$/;
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*$/;

interface Named {
  first: string;
  last: string;
}

function monthsFrom(day: string, months: number): string | undefined {
  const at = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return toDay(Math.floor(at / 12), (at % 12) + 1, Number(day.slice(8, 10)));
}

/**
 * "The 1st to the 5th", "Monday to Wednesday": each day by itself is the nearest one of its name,
 * together they are in order. Undefined where the words name no such days.
 */
export function inOrder(
  [one, two]: readonly [Named, Named],
  [said, saidThen]: readonly [string, string],
  direction: Direction,
): readonly [Named, Named] | undefined {
  const isOfMonth = ORDINAL.test(said) && ORDINAL.test(saidThen);
  if (!isOfMonth && !(WEEKDAY.test(said) && WEEKDAY.test(saidThen))) return undefined;
  const [moved, step] = direction === 'past' ? [one, -1] : [two, 1];
  const day = isOfMonth ? monthsFrom(moved.first, step) : addDays(moved.first, 7 * step);
  if (day === undefined) return undefined;
  const there = { first: day, last: day };
  return direction === 'past' ? [there, two] : [one, there];
}
