import { z } from 'zod';
import { bookingAddressSchema, bookingContactSchema, pickupTimeSchema } from './booking-order.ts';
import { bookingPriceSchema } from './booking-price.ts';

export const bookingStatusSchema = z.enum([
  'pending',
  'confirmed',
  'paid',
  'completed',
  'cancelled',
]);

/** A booking as the customer who made it reads it. */
export const bookingSchema = z.object({
  number: z.string().describe('Such as TT-000123: what customers say on the phone.'),
  status: bookingStatusSchema,
  service_type: z.enum(['mini_move', 'standard_delivery', 'blade_transfer']),
  details: z.record(z.string(), z.unknown()).describe("The service's own fields of the order."),
  pickup_date: z.iso.date(),
  pickup_time: pickupTimeSchema,
  pickup_hour: z.int().nullable(),
  pickup_address: bookingAddressSchema.nullable().describe('Null at an airport.'),
  delivery_address: bookingAddressSchema.nullable().describe('Null at an airport.'),
  special_instructions: z.string().nullable(),
  price: bookingPriceSchema.pick({ line_items: true, total_cents: true }),
  created_at: z.iso.datetime(),
});
export type Booking = z.infer<typeof bookingSchema>;

export const bookingPageSchema = z.object({
  bookings: z.array(bookingSchema),
  next_cursor: z.string().nullable(),
});
export type BookingPage = z.infer<typeof bookingPageSchema>;

/** A booking as staff read it: with whom it is for. Null in bookings made before this was kept. */
export const staffBookingSchema = bookingSchema.extend({
  contact: bookingContactSchema.nullable(),
});
export type StaffBooking = z.infer<typeof staffBookingSchema>;
