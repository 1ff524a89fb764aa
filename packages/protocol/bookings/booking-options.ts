import { z } from 'zod';
import { pickupTimeSchema } from './booking-order.ts';

const cents = z.int().min(0);

const organizingOptionSchema = z.object({
  price_cents: cents.describe('Before tax.'),
  hours: z.int(),
  organizers: z.int(),
  supplies_allowance_cents: cents,
});

/** A time of day that can be chosen, and what it adds to the price. */
const offeredPickupTimeSchema = z.object({ pickup_time: pickupTimeSchema, price_cents: cents });

/** Everything that a booking form offers, as the catalogue has it. Prices are in cents. */
export const bookingOptionsSchema = z.object({
  profile: z.object({ name: z.string(), phone: z.string(), email: z.string() }),
  services: z.array(
    z.object({
      service_type: z.enum(['mini_move', 'standard_delivery', 'blade_transfer']),
      label: z.string(),
      from_price_cents: cents.describe('The least that it costs.'),
      facts: z.array(z.string()).describe('Short ones, for its card.'),
      /** Of a Mini Move: what is offered with no tier chosen; each tier has its own list. */
      pickup_times: z.array(offeredPickupTimeSchema),
    }),
  ),
  tiers: z.array(
    z.object({
      tier: z.enum(['petite', 'standard', 'full']),
      name: z.string(),
      price_cents: cents,
      pieces: z.string().describe("Such as '8-15'."),
      max_pieces: z.int().nullable(),
      household: z.string(),
      coi: z.object({ included: z.boolean(), fee_cents: cents }),
      is_most_popular: z.boolean(),
      has_priority_scheduling: z.boolean(),
      /** Null: one chosen hour is not sold with this tier. */
      one_hour_window_cents: cents.nullable(),
      pickup_times: z.array(offeredPickupTimeSchema),
      organizing: z.object({ packing: organizingOptionSchema, unpacking: organizingOptionSchema }),
    }),
  ),
  /** 8.25: on packing and unpacking only. */
  organizing_tax_percent: z.number(),
  standard_delivery: z.object({
    price_per_item_cents: cents,
    minimum_charge_cents: cents,
    coi_fee_cents: cents,
    max_weight_per_item_lbs: z.int(),
  }),
  /** They are booked inside a Standard Delivery, by name in `item_description`. */
  specialty_items: z.array(
    z.object({
      item: z.string(),
      name: z.string(),
      price_cents: cents,
      /** What `item_description` calls it: two of one and one of another are `2 <word>, 1 <word>`. */
      word: z.string(),
    }),
  ),
  airport_transfer: z.object({
    price_per_bag_cents: cents,
    minimum_bags: z.int(),
    minimum_charge_cents: cents,
    directions: z.array(
      z.object({ direction: z.enum(['to_airport', 'from_airport']), label: z.string() }),
    ),
    airports: z.array(
      z.object({ code: z.string(), name: z.string(), terminals: z.array(z.string()) }),
    ),
  }),
  states: z.array(z.object({ code: z.string(), name: z.string() })),
  pickup_times: z.array(
    z.object({ pickup_time: pickupTimeSchema, sentence: z.string().describe('For people.') }),
  ),
  /** For `morning_specific`. */
  pickup_hours: z.array(z.object({ hour: z.int(), label: z.string() })),
  limits: z.object({
    max_pieces: z.int().describe('Items or bags in one booking.'),
    minimum_bags: z.int(),
    bookable_days_ahead: z.int().describe('From the business’s today on.'),
    max_special_instructions_characters: z.int().describe('Unicode code points.'),
    max_item_description_characters: z.int(),
    max_address_line_characters: z.int(),
    max_city_characters: z.int(),
    max_name_characters: z.int(),
    max_email_characters: z.int(),
    max_phone_characters: z.int(),
  }),
});
export type BookingOptions = z.infer<typeof bookingOptionsSchema>;
