import {
  type BookingOptions,
  MAX_CONTACT_EMAIL_CHARACTERS,
  MAX_CONTACT_NAME_CHARACTERS,
  MAX_CONTACT_PHONE_CHARACTERS,
} from '@deskbell/protocol';
import type { ServiceType } from './booking.ts';
import { BOOKABLE_DAYS_AHEAD } from './booking-dates.ts';
import { MAX_SPECIAL_INSTRUCTIONS_CHARACTERS } from './build-handoff.ts';
import type { Business } from './business.ts';
import type { MiniMoveTier } from './catalogue.ts';
import { formatDollars } from './dollars.ts';
import { offeredPickupTimes, PICKUP_HOURS } from './pickup-times.ts';
import { MAX_PIECES } from './piece-count.ts';
import {
  MAX_ADDRESS_LINE_CHARACTERS,
  MAX_CITY_CHARACTERS,
  MAX_ITEM_DESCRIPTION_CHARACTERS,
} from './text-limits.ts';

/** Everything that a booking form offers, from the loaded catalogue. */
export function bookingOptionsOf(business: Business): BookingOptions {
  const { profile, mini_move, standard_delivery, blade_transfer, booking } = business;
  return {
    profile: { name: profile.name, phone: profile.phone, email: profile.email },
    services: servicesOf(business),
    tiers: mini_move.tiers.map((tier) => ({
      tier: tier.tier,
      name: tier.name,
      price_cents: tier.basePriceCents,
      pieces: tier.pieces,
      max_pieces: tier.maxItems,
      household: tier.household,
      coi: { included: tier.coi.included, fee_cents: tier.coi.feeCents },
      is_most_popular: tier.mostPopular,
      has_priority_scheduling: tier.priorityScheduling,
      one_hour_window_cents: tier.oneHourPickupWindowCents,
      pickup_times: pickupTimesOf(business, 'mini_move', tier.tier),
      organizing: {
        packing: organizingOf(tier, 'packing'),
        unpacking: organizingOf(tier, 'unpacking'),
      },
    })),
    organizing_tax_percent: Number((mini_move.organizingTaxRate * 100).toFixed(4)),
    standard_delivery: {
      price_per_item_cents: standard_delivery.pricePerItemCents,
      minimum_charge_cents: standard_delivery.minimumChargeCents,
      coi_fee_cents: standard_delivery.coiFeeCents,
      max_weight_per_item_lbs: standard_delivery.maxWeightPerItemLbs,
    },
    specialty_items: business.specialty_item.items.map(({ item, name, priceCents, aliases }) => ({
      item,
      name,
      price_cents: priceCents,
      word: aliases[0] ?? name,
    })),
    airport_transfer: {
      price_per_bag_cents: blade_transfer.pricePerBagCents,
      minimum_bags: blade_transfer.minimumBags,
      minimum_charge_cents: blade_transfer.minimumChargeCents,
      directions: blade_transfer.directions.map((direction) => ({
        direction,
        label: direction === 'to_airport' ? 'To the airport' : 'From the airport',
      })),
      airports: blade_transfer.airports.map(({ code, name, terminals }) => ({
        code,
        name,
        terminals: [...terminals],
      })),
    },
    states: booking.states.map(({ code, name }) => ({ code, name })),
    pickup_times: (['morning', 'morning_specific', 'no_time_preference'] as const).map(
      (pickupTime) => ({ pickup_time: pickupTime, sentence: booking.pickupTimes[pickupTime] }),
    ),
    pickup_hours: PICKUP_HOURS.map((hour) => ({ hour, label: `${hour} to ${hour + 1} AM` })),
    limits: {
      max_pieces: MAX_PIECES,
      minimum_bags: blade_transfer.minimumBags,
      bookable_days_ahead: BOOKABLE_DAYS_AHEAD,
      max_special_instructions_characters: MAX_SPECIAL_INSTRUCTIONS_CHARACTERS,
      max_item_description_characters: MAX_ITEM_DESCRIPTION_CHARACTERS,
      max_address_line_characters: MAX_ADDRESS_LINE_CHARACTERS,
      max_city_characters: MAX_CITY_CHARACTERS,
      max_name_characters: MAX_CONTACT_NAME_CHARACTERS,
      max_email_characters: MAX_CONTACT_EMAIL_CHARACTERS,
      max_phone_characters: MAX_CONTACT_PHONE_CHARACTERS,
    },
  };
}

function servicesOf(business: Business): BookingOptions['services'] {
  const { mini_move, standard_delivery, blade_transfer } = business;
  const airports = blade_transfer.airports.map(({ code }) => code).join(' and ');
  const delivery = formatDollars(standard_delivery.pricePerItemCents);
  const bag = formatDollars(blade_transfer.pricePerBagCents);
  return [
    {
      service_type: 'mini_move',
      label: mini_move.label,
      from_price_cents: Math.min(...mini_move.tiers.map(({ basePriceCents }) => basePriceCents)),
      facts: [
        `For a household: ${mini_move.tiers.map(({ pieces }) => pieces.replace('-', ' to ')).join(', ')} pieces`,
        'A fixed price for each size',
        'Packing and unpacking if you like',
      ],
      pickup_times: pickupTimesOf(business, 'mini_move'),
    },
    {
      service_type: 'standard_delivery',
      label: standard_delivery.label,
      from_price_cents: standard_delivery.minimumChargeCents,
      facts: [
        'Single pieces, from door to door',
        `${delivery} each, ${formatDollars(standard_delivery.minimumChargeCents)} at least`,
        'Surfboards, cribs and other specialty items too',
      ],
      pickup_times: pickupTimesOf(business, 'standard_delivery'),
    },
    {
      service_type: 'blade_transfer',
      label: blade_transfer.label,
      from_price_cents: blade_transfer.minimumChargeCents,
      facts: [
        `To or from ${airports}`,
        `${bag} a bag, ${blade_transfer.minimumBags} bags at least`,
        'The driver meets you in the terminal',
      ],
      pickup_times: pickupTimesOf(business, 'blade_transfer'),
    },
  ];
}

function pickupTimesOf(business: Business, serviceType: ServiceType, tier?: MiniMoveTier['tier']) {
  return offeredPickupTimes(business, { serviceType, tier }).map(({ pickupTime, priceCents }) => ({
    pickup_time: pickupTime,
    price_cents: priceCents,
  }));
}

function organizingOf(tier: MiniMoveTier, kind: 'packing' | 'unpacking') {
  const { priceCents, hours, organizers, suppliesAllowanceCents } = tier.organizing[kind];
  return {
    price_cents: priceCents,
    hours,
    organizers,
    supplies_allowance_cents: suppliesAllowanceCents,
  };
}
