import { z } from 'zod';

const cents = z.int().min(0);

const profileSchema = z.object({
  name: z.string(),
  tagline: z.string(),
  timezone: z.string(),
  phone: z.string(),
  email: z.string(),
  ordersEmail: z.string(),
  office: z.string(),
  currency: z.literal('USD'),
  /** Questions that a chat bubble offers to begin with. */
  suggestions: z.array(z.string()).default([]),
});

const organizingSchema = z.object({
  priceCents: cents,
  hours: z.int(),
  organizers: z.int(),
  suppliesAllowanceCents: cents,
});

const tierSchema = z.object({
  tier: z.enum(['petite', 'standard', 'full']),
  name: z.string(),
  basePriceCents: cents,
  /** How many pieces it is meant for, such as '8-15'. */
  pieces: z.string(),
  maxItems: z.int().nullable(),
  household: z.string(),
  coi: z.object({ included: z.boolean(), feeCents: cents }),
  mostPopular: z.boolean(),
  priorityScheduling: z.boolean(),
  /** What one chosen pickup hour costs; null when it is not sold with this tier. */
  oneHourPickupWindowCents: cents.nullable(),
  organizing: z.object({ packing: organizingSchema, unpacking: organizingSchema }),
});
export type MiniMoveTier = z.infer<typeof tierSchema>;

const specialtyItemSchema = z.object({
  item: z.string(),
  name: z.string(),
  priceCents: cents,
  /** Other words that customers use for it, in the singular. */
  aliases: z.array(z.string()).min(1),
});
export type SpecialtyItem = z.infer<typeof specialtyItemSchema>;

/** The sections of the catalogue, each one row of `catalogue_sections`. */
export const catalogueSchema = z.object({
  profile: profileSchema,
  mini_move: z.object({
    label: z.string(),
    maxWeightPerItemLbs: z.int(),
    /** Of packing and unpacking only: 0.0825 is 8.25 %. */
    organizingTaxRate: z.number().min(0).max(1),
    tiers: z.array(tierSchema).min(1),
  }),
  standard_delivery: z.object({
    label: z.string(),
    pricePerItemCents: cents,
    minimumChargeCents: cents,
    sameDayCents: cents,
    coiFeeCents: cents,
    maxWeightPerItemLbs: z.int(),
  }),
  specialty_item: z.object({
    label: z.string(),
    sameDayCents: cents,
    coiFeeCents: cents,
    items: z.array(specialtyItemSchema),
  }),
  blade_transfer: z.object({
    label: z.string(),
    pricePerBagCents: cents,
    minimumBags: z.int().min(1),
    minimumChargeCents: cents,
    directions: z.array(z.enum(['to_airport', 'from_airport'])),
    airports: z.array(
      z.object({ code: z.string(), name: z.string(), terminals: z.array(z.string()) }),
    ),
  }),
  booking: z.object({
    busyFromBookingsPerDay: z.int().min(1),
    states: z.array(z.object({ code: z.string(), name: z.string() })),
    pickupTimes: z.object({
      morning: z.string(),
      morning_specific: z.string(),
      no_time_preference: z.string(),
    }),
  }),
});
export type Catalogue = z.infer<typeof catalogueSchema>;
export type CatalogueSection = keyof Catalogue;

const monthAndDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
const weekday = z.enum([
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
]);
export type Weekday = z.infer<typeof weekday>;

/**
 * A rule that finds days in any year: a date ('07-04'), a range of dates with both ends, the
 * first or last such weekday of a month (1 is January), or every such weekday.
 */
export const surchargeDaySchema = z.union([
  z.strictObject({ on: monthAndDay }),
  z.strictObject({ from: monthAndDay, to: monthAndDay }),
  z.strictObject({
    weekday,
    occurrence: z.enum(['first', 'last']),
    month: z.int().min(1).max(12),
  }),
  z.strictObject({ weekday }),
]);
export type SurchargeDay = z.infer<typeof surchargeDaySchema>;

export const surchargeRuleSchema = z.object({
  name: z.string(),
  kind: z.enum(['weekend', 'peak']),
  serviceType: z.enum(['mini_move', 'standard_delivery', 'blade_transfer']),
  amountCents: cents,
  days: z.array(surchargeDaySchema),
});
export type SurchargeRule = z.infer<typeof surchargeRuleSchema>;

export const serviceAreaSchema = z.object({
  area: z.string(),
  state: z.string(),
  zone: z.enum(['core', 'surcharge']),
  /** Added to the price for each of the two addresses that lies in this area. */
  surchargeCents: cents,
  zipCodes: z.array(z.string().regex(/^\d{5}$/)),
});
export type ServiceArea = z.infer<typeof serviceAreaSchema>;

export const policySchema = z.object({ id: z.string(), topic: z.string(), text: z.string() });
export type Policy = z.infer<typeof policySchema>;
