import { z } from 'zod';
import { nextCursorSchema, pageQuery, urgencyLevelSchema } from './page.ts';

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

const flag = (name: string) =>
  z
    .enum(['true', 'false'], { error: `${name} must be true or false` })
    .default('false')
    .transform((text) => text === 'true');

/**
 * `GET /api/deadlines`: what is scheduled from now on, the soonest first. With `overdue=true` what is
 * scheduled and has passed, the latest first; with `include_past=true` all of the chosen status,
 * past and coming, the latest first.
 */
export const deadlineQuerySchema = z
  .strictObject({
    ...pageQuery,
    status: deadlineStatusSchema.default('scheduled'),
    overdue: flag('overdue').describe('Only what is scheduled and has passed.'),
    include_past: flag('include_past').describe(
      'Past and coming ones; not together with `overdue`.',
    ),
  })
  .refine(({ overdue, include_past }) => !(overdue && include_past), {
    error: 'ask for overdue or include_past, not both',
    path: ['overdue'],
  })
  .refine(({ overdue, status }) => !overdue || status === 'scheduled', {
    error: 'only scheduled deadlines are overdue',
    path: ['overdue'],
  });
export const deadlinePageSchema = z.object({
  deadlines: z.array(deadlineSchema),
  next_cursor: nextCursorSchema,
});

/**
 * `PATCH /api/deadlines/{id}`. With `updated_at`, as the deadline had it, nothing changes if somebody
 * else has changed it since.
 */
export const deadlineChangeSchema = z.strictObject({
  status: deadlineStatusSchema,
  updated_at: z.iso
    .datetime({ error: 'updated_at must be a time' })
    .optional()
    .describe('As it was when you read it.'),
});
export type DeadlineChange = z.infer<typeof deadlineChangeSchema>;

/** `GET /api/calendar-link`: an address for calendar programs; whoever has it can read the feed. */
export const calendarLinkSchema = z.object({
  url: z.url().describe('Whoever has it can read the feed.'),
});
