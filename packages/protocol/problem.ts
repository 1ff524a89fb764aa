import { z } from 'zod';
import { bookingPriceSchema } from './bookings/booking-price.ts';

/** One field that was wrong. Which names it has says the request that it is of. */
export const fieldErrorSchema = z.object({
  field: z.string().describe('Its path with dots, such as `pickup_address.zip_code`.'),
  message: z.string().describe('A sentence for the person who filled it in.'),
});
export type FieldError = z.infer<typeof fieldErrorSchema>;

/**
 * An RFC 9457 problem document, the body of every refusal outside a stream.
 * `error` repeats `detail`, because clients written for the seeds read either.
 */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string().describe("The status line's phrase."),
  status: z.int(),
  detail: z.string().describe('A sentence for people.'),
  instance: z.string().describe('The path that was asked for.'),
  code: z.string().describe('For programs; it does not change.'),
  error: z.string().describe('The same as `detail`.'),
  retryable: z
    .literal(true)
    .optional()
    .describe('Present when the very same request may work a moment later.'),
  errors: z
    .array(fieldErrorSchema)
    .optional()
    .describe('Every field that is wrong, where a form was sent.'),
  account_id: z
    .string()
    .optional()
    .describe(
      "With `account_exists`, to administrators: the customer's account that has the address.",
    ),
  price: bookingPriceSchema.optional().describe('With `price_changed`: what it costs now.'),
});
export type Problem = z.infer<typeof problemSchema>;
