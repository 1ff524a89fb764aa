import { z } from 'zod';
import { calendarDay, pageQuery, searchText } from '../back-office/page.ts';
import { bookingStatusSchema, staffBookingSchema } from './booking.ts';

/** `GET /api/bookings`: one's own, the newest first. */
export const bookingQuerySchema = z.strictObject(pageQuery);

/** `GET /api/bookings/all`: the newest first; with a range of pickup days the earliest first. */
export const staffBookingQuerySchema = z.strictObject({
  ...pageQuery,
  status: bookingStatusSchema.optional(),
  q: searchText
    .optional()
    .describe(
      "A booking's number (`TT-000123`, `123`), or the beginning of the name or e-mail address of whom it is for.",
    ),
  /** Both days are included. */
  pickup_from: calendarDay('pickup_from').optional().describe('This pickup day and later ones.'),
  pickup_to: calendarDay('pickup_to').optional().describe('This pickup day and earlier ones.'),
});

export const staffBookingPageSchema = z.object({
  bookings: z.array(staffBookingSchema),
  next_cursor: z.string().nullable(),
});
export type StaffBookingPage = z.infer<typeof staffBookingPageSchema>;

/** `PATCH /api/bookings/{number}`. */
export const bookingChangeSchema = z.strictObject({ status: bookingStatusSchema });
