import { z } from 'zod';
import { nextCursorSchema, pageQuery, urgencyLevelSchema } from './page.ts';

export const notificationSchema = z.object({
  id: z.uuid(),
  execution_id: z.uuid().nullable().describe('Of the mail that it is about; null: a booking.'),
  booking_number: z.string().nullable().describe('Of the booking that it is about; null: a mail.'),
  channel: z
    .enum(['email', 'webhook', 'console', 'customer_email'])
    .describe("`customer_email`: a booking's confirmation, to its customer."),
  recipient: z.string().nullable(),
  subject: z.string(),
  body: z.string(),
  urgency: urgencyLevelSchema,
  status: z
    .enum(['pending', 'sending', 'sent', 'failed', 'uncertain', 'shown'])
    .describe(
      '`uncertain`: it may have been sent, and will not be sent again. `shown`: here only.',
    ),
  attempts: z.int(),
  error_code: z.string().nullable(),
  created_at: z.iso.datetime(),
  sent_at: z.iso.datetime().nullable(),
});
export type Notification = z.infer<typeof notificationSchema>;

/** `GET /api/notifications`. */
export const notificationQuerySchema = z.strictObject({ ...pageQuery });
export const notificationPageSchema = z.object({
  notifications: z.array(notificationSchema),
  next_cursor: nextCursorSchema,
});
