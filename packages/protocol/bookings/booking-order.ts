import { z } from 'zod';
import { prefillDataSchema } from '../front-desk/handoff.ts';

const lineOfText = (maxCharacters: number) => z.string().trim().min(1).max(maxCharacters);

export const bookingAddressSchema = z.strictObject({
  address_line_1: lineOfText(200),
  city: lineOfText(100),
  state: lineOfText(50),
  zip_code: lineOfText(10),
});
export type BookingAddress = z.infer<typeof bookingAddressSchema>;

/** When on the pickup day. `morning_specific` needs `pickup_hour`, the first hour of it. */
export const pickupTimeSchema = z.enum(['morning', 'morning_specific', 'no_time_preference']);
export type PickupTimeChoice = z.infer<typeof pickupTimeSchema>;

/**
 * What is to be carried, when and where, as far as it is known: what the assistant hands over, and
 * the time of day. It contains no price.
 */
export const bookingOrderSchema = prefillDataSchema.extend({
  pickup_time: pickupTimeSchema.optional(),
  pickup_hour: z.int().optional().describe('8, 9 or 10: from then to the next full hour.'),
});
export type BookingOrder = z.infer<typeof bookingOrderSchema>;

export const MAX_CONTACT_NAME_CHARACTERS = 120;
export const MAX_CONTACT_EMAIL_CHARACTERS = 254;
export const MAX_CONTACT_PHONE_CHARACTERS = 40;

/** Whom the driver and the payment link are for. */
export const bookingContactSchema = z.strictObject({
  name: lineOfText(MAX_CONTACT_NAME_CHARACTERS),
  email: z.string().trim().max(MAX_CONTACT_EMAIL_CHARACTERS),
  phone: z
    .string()
    .trim()
    .max(MAX_CONTACT_PHONE_CHARACTERS)
    .describe('As people write it; a number without a country code is American.'),
});
export type BookingContact = z.infer<typeof bookingContactSchema>;

/** `POST /api/bookings`. */
export const newBookingSchema = z.strictObject({
  order: bookingOrderSchema,
  contact: bookingContactSchema,
  expected_total_cents: z
    .int()
    .describe('The total the customer was shown; another one is refused, with the new price.'),
  as: z
    .enum(['customer', 'guest'])
    .optional()
    .describe(
      "Who the form said it is for: `customer` is refused without a session, `guest` is a guest's booking with one too. Left out, the session decides.",
    ),
});
export type NewBooking = z.infer<typeof newBookingSchema>;
