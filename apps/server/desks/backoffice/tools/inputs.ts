import { ToolError } from '@deskbell/engine';
import { DateTime } from 'luxon';
import { z } from 'zod';
import { addDays } from '../../../platform/calendar-date.ts';
import { choiceField, textField } from '../../tool-fields.ts';

// Fields that several tools take.

export const DEFAULT_LIMIT = 10;
export const MAX_LIMIT = 50;
const FIRST_DAY = '1970-01-01';
const LAST_DAY = '2999-12-31';

export const dayField = (description: string) =>
  z.iso
    .date('must be a day that exists, as YYYY-MM-DD')
    .refine((day) => day >= FIRST_DAY && day <= LAST_DAY, 'must be a day from 1970 to 2999')
    .optional()
    .describe(description);

export const daysFields = {
  from: dayField('First day, YYYY-MM-DD, in the business time zone. Leave out for no start.'),
  to: dayField('Last day, included, YYYY-MM-DD. Leave out for no end.'),
};

export const limitField = z
  .int()
  .min(1)
  .max(MAX_LIMIT)
  .optional()
  .describe(
    `How many to list, 1 to ${MAX_LIMIT}; ${DEFAULT_LIMIT} when left out. Counts do not depend on it.`,
  );

export const listFields = {
  limit: limitField,
  cursor: textField(300)
    .optional()
    .describe('next_cursor of the page before, to read on with everything else the same.'),
};

export const statusField = choiceField([
  'pending',
  'running',
  'completed',
  'failed',
  'cancelled',
]).optional();

export const categoryField = choiceField(['vendor', 'staff', 'customer', 'system']).optional();

/** Text that PostgreSQL can compare with: well-formed, without U+0000. */
export const plainField = (maxCharacters: number) =>
  z.preprocess(
    (given) =>
      typeof given === 'string' ? given.toWellFormed().replaceAll('\0', '').trim() : given,
    textField(maxCharacters),
  );

export const refField = plainField(100).describe(
  'A ref from another result, such as [email:8f14e45fceea], or an id.',
);

/** Throws `ToolError` for a span that ends before it begins. */
export function checkDays({ from, to }: { from?: string | undefined; to?: string | undefined }) {
  if (from !== undefined && to !== undefined && from > to) {
    throw new ToolError(`The first day, ${from}, is after the last one, ${to}.`);
  }
}

/** Up to today, and 30 days of it, unless others are given. Throws like `checkDays`. */
export function daysOrLast30(
  days: { from?: string | undefined; to?: string | undefined },
  today: string,
): { from: string; to: string } {
  const to = days.to ?? (days.from !== undefined && days.from > today ? days.from : today);
  const from = days.from ?? addDays(to, -29);
  checkDays({ from, to });
  return { from, to };
}

/** When a day begins in a time zone. */
export const startOfDay = (day: string, timezone: string): Date =>
  DateTime.fromISO(day, { zone: timezone }).startOf('day').toJSDate();

/** When the day after it begins. */
export const endOfDay = (day: string, timezone: string): Date =>
  DateTime.fromISO(day, { zone: timezone }).plus({ days: 1 }).startOf('day').toJSDate();
