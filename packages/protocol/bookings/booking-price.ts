import { z } from 'zod';

/** `POST /api/bookings/estimate`, and the price of a booking. */
export const bookingPriceSchema = z.object({
  line_items: z.array(z.object({ label: z.string(), amount_cents: z.int() })),
  total_cents: z.int(),
  disclaimer: z
    .string()
    .describe('For people: whether something can still change it, and what is not in it.'),
});
export type BookingPrice = z.infer<typeof bookingPriceSchema>;
