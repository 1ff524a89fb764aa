import { z } from 'zod';

/** `GET /api/bookings/availability`: at most 31 days from `start` on. */
export const availabilityQuerySchema = z.strictObject({
  start: z.iso
    .date({ error: 'start must be a date written YYYY-MM-DD' })
    .optional()
    .describe("Today, by the business's clock, when it is left out."),
  days: z.coerce
    .number({ error: 'days must be a number from 1 to 31' })
    .int({ error: 'days must be a whole number' })
    .min(1, { error: 'days must be at least 1' })
    .max(31, { error: 'days must be at most 31' })
    .default(31)
    .describe('How many, the first one included.'),
});

const availableDaySchema = z.object({
  date: z.iso.date(),
  availability: z.enum(['available', 'busy']),
  is_weekend: z.boolean(),
  surcharges: z.array(
    z.object({ service_type: z.string(), name: z.string(), amount_cents: z.int() }),
  ),
  /** Nothing can be booked online for it; `blocked_reason` is a sentence for the customer. */
  blocked: z.boolean(),
  blocked_reason: z.string().nullable(),
});
export type AvailableDay = z.infer<typeof availableDaySchema>;

export const availabilitySchema = z.object({
  earliest_date: z.iso.date().describe('The first day that can be booked online.'),
  days: z.array(availableDaySchema),
});
export type Availability = z.infer<typeof availabilitySchema>;
