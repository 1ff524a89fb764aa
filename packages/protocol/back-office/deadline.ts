import { z } from 'zod';
import { nextCursorSchema, pageQuery, urgencyLevelSchema } from './page.ts';

export const deadlineStatusSchema = z.enum(['scheduled', 'done', 'cancelled']);

export const deadlineSchema = z.object({
  id: z.uuid(),
  execution_id: z.uuid(),
  email_id: z.uuid(),
  title: z.string(),
  description: z.string(),
  type: z.enum(['payment', 'delivery', 'response', 'event', 'other']),
  /** As the mail means it, in `timezone`: YYYY-MM-DD, and HH:MM or null for the whole day. */
  date: z.string(),
  time: z.string().nullable(),
  timezone: z.string(),
  /** The same instant; of a whole day its last second. */
  due_at: z.iso.datetime(),
  urgency: urgencyLevelSchema,
  is_ambiguous: z.boolean(),
  status: deadlineStatusSchema,
  /** Scheduled, and its time has passed. */
  is_overdue: z.boolean(),
  /** The mail's own words. */
  quote: z.string(),
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
    overdue: flag('overdue'),
    include_past: flag('include_past'),
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
  updated_at: z.iso.datetime({ error: 'updated_at must be a time' }).optional(),
});
export type DeadlineChange = z.infer<typeof deadlineChangeSchema>;

/** `GET /api/calendar-link`: an address for calendar programs; whoever has it can read the feed. */
export const calendarLinkSchema = z.object({ url: z.url() });
