import { z } from 'zod';
import { pageQuery } from '../back-office/page.ts';
import { bookingStatusSchema, staffBookingSchema } from './booking.ts';

const calendarDay = (name: string) =>
  z.iso
    .date({ error: `${name} must be a date written YYYY-MM-DD` })
    .refine((day) => day >= '1900-01-01' && day <= '2199-12-31', {
      error: `${name} must be from 1900 to 2199`,
    });

/** `GET /api/bookings`: one's own, the newest first. */
export const bookingQuerySchema = z.strictObject(pageQuery);

/** `GET /api/bookings/all`: the newest first; with a range of pickup days the earliest first. */
export const staffBookingQuerySchema = z.strictObject({
  ...pageQuery,
  status: bookingStatusSchema.optional(),
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
