import { z } from 'zod';
import { calendarDay, flag, nextCursorSchema, pageQuery, urgencyLevelSchema } from './page.ts';

export const deadlineStatusSchema = z.enum(['scheduled', 'done', 'cancelled']);

export const deadlineSchema = z.object({
  id: z.uuid(),
  execution_id: z.uuid(),
  email_id: z.uuid(),
  title: z.string().describe("The mail's sentence, with its subject where that has no word of it."),
  description: z.string(),
  type: z.enum(['payment', 'delivery', 'response', 'event', 'other']),
  date: z.string().describe('YYYY-MM-DD, as the mail means it, in `timezone`.'),
  time: z.string().nullable().describe('HH:MM, in `timezone`; null for the whole day.'),
  timezone: z.string(),
  due_at: z.iso.datetime().describe('The same instant; of a whole day its last second.'),
  urgency: urgencyLevelSchema,
  is_ambiguous: z.boolean(),
  status: deadlineStatusSchema,
  is_overdue: z.boolean().describe('Scheduled, and its time has passed.'),
  quote: z.string().describe("The mail's own words."),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
});
export type Deadline = z.infer<typeof deadlineSchema>;

/** The longest range of days that may be asked for at once. */
export const MAX_DEADLINE_DAYS = 62;
/** The most deadlines of a range on one page; without a range it is 100. */
export const MAX_DEADLINES_IN_RANGE = 1_000;
const MAX_ON_PAGE = 100;
const DAY_MS = 86_400_000;

/**
 * `GET /api/deadlines`: what is scheduled from now on, the soonest first. With `from` and `to` those
 * of these days, past and coming, the earliest first. With `overdue=true` what is scheduled and has
 * passed, the latest first; with `include_past=true` all of the chosen status, past and coming, the
 * latest first.
 */
export const deadlineQuerySchema = z
  .strictObject({
    ...pageQuery,
    limit: z.coerce
      .number({ error: 'limit must be a number from 1 to 100' })
      .int({ error: 'limit must be a whole number' })
      .min(1, { error: 'limit must be at least 1' })
      .max(MAX_DEADLINES_IN_RANGE, { error: `limit must be at most ${MAX_DEADLINES_IN_RANGE}` })
      .default(20)
      .describe(`How many: at most 100, with \`from\` and \`to\` ${MAX_DEADLINES_IN_RANGE}.`),
    status: z
      .enum([...deadlineStatusSchema.options, 'all'], {
        error: 'status must be scheduled, done, cancelled or all',
      })
      .default('scheduled'),
    overdue: flag('overdue').describe('Only what is scheduled and has passed.'),
    include_past: flag('include_past').describe(
      'Past and coming ones; not together with `overdue`.',
    ),
    from: calendarDay('from')
      .optional()
      .describe(
        'This day and later ones, together with `to`. A deadline without a time is on its own day, one with a time on the day that this is in the business time zone.',
      ),
    to: calendarDay('to')
      .optional()
      .describe(`This day and earlier ones; at most ${MAX_DEADLINE_DAYS} days in all.`),
  })
  .refine(({ overdue, include_past }) => !(overdue && include_past), {
    error: 'ask for overdue or include_past, not both',
    path: ['overdue'],
  })
  .refine(({ overdue, status }) => !overdue || status === 'scheduled', {
    error: 'only scheduled deadlines are overdue',
    path: ['overdue'],
  })
  .refine(({ from, to }) => (from === undefined) === (to === undefined), {
    error: 'from and to are given together',
    path: ['from'],
  })
  .refine(({ from, overdue, include_past }) => from === undefined || !(overdue || include_past), {
    error: 'a range of days has its past ones too: leave out overdue and include_past',
    path: ['from'],
  })
  .refine(
    ({ from, to }) =>
      from === undefined ||
      to === undefined ||
      (from <= to && Date.parse(to) - Date.parse(from) < MAX_DEADLINE_DAYS * DAY_MS),
    {
      error: `from and to must be 1 to ${MAX_DEADLINE_DAYS} days, the first one first`,
      path: ['to'],
    },
  )
  .refine(({ from, limit }) => from !== undefined || limit <= MAX_ON_PAGE, {
    error: `limit must be at most ${MAX_ON_PAGE} without from and to`,
    path: ['limit'],
  });
export const deadlinePageSchema = z.object({
  deadlines: z.array(deadlineSchema),
  next_cursor: nextCursorSchema,
});

/**
 * `PATCH /api/deadlines/{id}`. With `updated_at`, as the deadline had it, nothing changes if somebody
 * else has changed it since. `date` and `time` are in the deadline's own `timezone`; they change only
 * what is scheduled, or becomes it by the same request.
 */
export const deadlineChangeSchema = z
  .strictObject({
    status: deadlineStatusSchema.optional(),
    date: calendarDay('date').optional().describe('With it the date is no longer ambiguous.'),
    time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'time must be written HH:MM' })
      .nullable()
      .optional()
      .describe('HH:MM; null for the whole day.'),
    updated_at: z.iso
      .datetime({ error: 'updated_at must be a time' })
      .optional()
      .describe('As it was when you read it.'),
  })
  .refine(({ updated_at: _, ...changes }) => Object.keys(changes).length > 0, {
    error: 'say what is to change: status, date or time',
    path: ['status'],
  });
export type DeadlineChange = z.infer<typeof deadlineChangeSchema>;

/** `GET /api/calendar-link`: an address for calendar programs; whoever has it can read the feed. */
export const calendarLinkSchema = z.object({
  url: z.url().describe('Whoever has it can read the feed.'),
});
