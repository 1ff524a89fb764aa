import { z } from 'zod';
import { staffBookingSchema } from '../bookings/booking.ts';
import { deadlineSchema } from './deadline.ts';
import { emailSchema } from './email.ts';
import { executionSummarySchema, reviewSchema } from './execution.ts';
import { notificationSchema } from './notification.ts';
import { taskSchema } from './task.ts';

/**
 * Records that are new or have changed, as they are now and as their lists give them. Every list is
 * there, possibly empty; the same record may come again, unchanged.
 */
export const liveChangesSchema = z.object({
  executions: z.array(executionSummarySchema),
  emails: z.array(emailSchema),
  tasks: z.array(taskSchema),
  deadlines: z.array(deadlineSchema),
  reviews: z.array(reviewSchema),
  notifications: z.array(notificationSchema),
  bookings: z.array(staffBookingSchema),
});
export type LiveChanges = z.infer<typeof liveChangesSchema>;

/** Every event of `GET /api/live`, by its SSE event name. Nothing is sent twice after a lost stream. */
export const liveEventSchema = z.discriminatedUnion('event', [
  z
    .object({
      event: z.literal('hello'),
      data: z.object({
        server_time: z.iso.datetime(),
        heartbeat_ms: z.int().describe('A heartbeat comes this often.'),
      }),
    })
    .describe('First event: from here on every change is told. Read now what you show.'),
  z
    .object({ event: z.literal('heartbeat'), data: z.object({ server_time: z.iso.datetime() }) })
    .describe('The stream is alive.'),
  z
    .object({ event: z.literal('changes'), data: liveChangesSchema })
    .describe('Records that are new or have changed, as they are now.'),
  z
    .object({ event: z.literal('resync'), data: z.object({}) })
    .describe('Anything may have changed: read again what you show.'),
]);
export type LiveEvent = z.infer<typeof liveEventSchema>;
