import { z } from 'zod';

/**
 * What every list takes: how many, and where to go on. `cursor` is the `next_cursor` of the page
 * before, as it is.
 */
export const pageQuery = {
  limit: z.coerce
    .number({ error: 'limit must be a number from 1 to 100' })
    .int({ error: 'limit must be a whole number' })
    .min(1, { error: 'limit must be at least 1' })
    .max(100, { error: 'limit must be at most 100' })
    .default(20)
    .describe('How many.'),
  cursor: z
    .string()
    .min(1, { error: 'cursor must not be empty' })
    .max(300)
    .optional()
    .describe('The `next_cursor` of the page before, as it is.'),
};

/** A part of a query that is `true` or left out. */
export const flag = (name: string) =>
  z
    .enum(['true', 'false'], { error: `${name} must be true or false` })
    .default('false')
    .transform((text) => text === 'true');

/** A day of a query or a change, from 1900 to 2199. */
export const calendarDay = (name: string) =>
  z.iso
    .date({ error: `${name} must be a date written YYYY-MM-DD` })
    .refine((day) => day >= '1900-01-01' && day <= '2199-12-31', {
      error: `${name} must be from 1900 to 2199`,
    });

/** Null on the last page. */
export const nextCursorSchema = z.string().nullable().describe('Null on the last page.');

/** What to look for. */
export const searchText = z
  .string()
  .trim()
  .min(1, { error: 'q must not be empty' })
  .max(200, { error: 'q must be at most 200 characters' })
  .refine((text) => text.isWellFormed() && !text.includes('\u0000'), {
    error: 'q has characters that cannot be looked for',
  });

export const searchWords = searchText.describe(
  'Words in subject and text, all of them; `"a phrase"`, `or`, `-without`.',
);

export const riskSchema = z.enum(['low', 'medium', 'high', 'critical']);
export const urgencyLevelSchema = z.enum(['low', 'medium', 'high', 'critical']);
