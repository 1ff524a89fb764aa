import { z } from 'zod';

const addressSchema = z.strictObject({
  address_line_1: z.string().optional(),
  city: z.string().optional(),
  state: z.string().optional(),
  zip_code: z.string().optional(),
});

/** What the booking wizard is filled in with. Unknown fields are absent; 0 and false are values. */
export const prefillDataSchema = z.strictObject({
  service_type: z.enum(['mini_move', 'standard_delivery', 'blade_transfer']).optional(),
  package_type: z.enum(['petite', 'standard', 'full']).optional(),
  standard_delivery_item_count: z.int().optional(),
  item_description: z.string().optional(),
  blade_bag_count: z.int().optional(),
  transfer_direction: z.enum(['to_airport', 'from_airport']).optional(),
  blade_airport: z.string().optional(),
  blade_terminal: z.string().optional(),
  blade_flight_date: z.iso.date().optional(),
  blade_flight_time: z.string().optional(),
  pickup_date: z.iso.date().optional(),
  include_packing: z.boolean().optional(),
  include_unpacking: z.boolean().optional(),
  coi_required: z.boolean().optional(),
  special_instructions: z.string().optional(),
  pickup_address: addressSchema.optional(),
  delivery_address: addressSchema.optional(),
});
export type PrefillData = z.infer<typeof prefillDataSchema>;

/** The result of `build_booking_handoff`: the page shows a card with it. */
export const handoffSchema = z.object({
  action: z.literal('open_booking_wizard'),
  prefill_data: prefillDataSchema,
  message: z.string(),
});
export type Handoff = z.infer<typeof handoffSchema>;
