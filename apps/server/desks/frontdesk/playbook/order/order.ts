import type { ServiceType } from '../../../../bookings/booking.ts';
import type { Business } from '../../../../bookings/business.ts';
import { moveSizeFor } from '../../../../bookings/move-size.ts';
import { findSpecialtyItems } from '../../../../bookings/specialty-items.ts';

export type Tier = 'petite' | 'standard' | 'full';

/** What a customer has said they want, as far as it is known. All days are ISO days. */
export interface Order {
  service?: ServiceType;
  tier?: Tier;
  /** Ordinary pieces: items of a delivery or a move, bags of an airport transfer. */
  count?: number;
  /** How the customer named the pieces, such as '2 suitcases and 3 boxes'. */
  pieces?: string;
  /** Specialty items as written, such as '2 surfboards'. */
  specialty?: string;
  /** Goods that were taken back, which "with them" means; a star marks specialty items. */
  leftOut?: string;
  packing?: boolean;
  unpacking?: boolean;
  coi?: boolean;
  sameDay?: boolean;
  /** One chosen hour of pickup is wished; which one, the booking form asks. */
  pickupHour?: boolean;
  pickupZip?: string;
  deliveryZip?: string;
  pickupPlace?: string;
  deliveryPlace?: string;
  pickupLine?: string;
  pickupCity?: string;
  /** Two letters. */
  pickupState?: string;
  deliveryLine?: string;
  deliveryCity?: string;
  deliveryState?: string;
  day?: string;
  direction?: 'to_airport' | 'from_airport';
  airport?: string;
  terminal?: string;
  flightDay?: string;
  /** 24 hours, '15:30'. */
  flightTime?: string;
  /** What the driver shall know, in the customer's words. */
  instructions?: string;
}

/** The most ordinary items that go as a delivery; more are a move. From the 'choose' policy. */
export const LARGEST_DELIVERY = 7;

/** The service that was named, or else the one the policy 'choose' recommends for the pieces. */
export function serviceOf(order: Order): ServiceType | undefined {
  if (order.service !== undefined) return order.service;
  if (order.tier !== undefined || order.packing || order.unpacking) return 'mini_move';
  if (order.airport !== undefined || order.terminal !== undefined) return 'blade_transfer';
  if (order.direction !== undefined) return 'blade_transfer';
  if (order.count !== undefined) {
    return order.count > LARGEST_DELIVERY ? 'mini_move' : 'standard_delivery';
  }
  return order.specialty === undefined ? undefined : 'standard_delivery';
}

/** The tier that was named, or else the smallest that takes the pieces. */
export function tierOf(order: Order, business: Business): Tier | undefined {
  if (order.tier !== undefined) return order.tier;
  const { count } = order;
  if (count === undefined || serviceOf(order) !== 'mini_move') return undefined;
  return moveSizeFor(business, count)?.tier.tier;
}

const ENDS = ['Zip', 'Place', 'Line', 'City', 'State'] as const;

/** The order as it is told and handed over: one end of an airport transfer is the airport. */
export function withoutAirportEnd(order: Order): Order {
  if (serviceOf(order) !== 'blade_transfer' || order.direction === undefined) return order;
  const role = order.direction === 'to_airport' ? 'delivery' : 'pickup';
  const left = { ...order };
  for (const part of ENDS) delete left[`${role}${part}`];
  return left;
}

export function isSpecialty(text: string, business: Business): boolean {
  return findSpecialtyItems(text, business.specialty_item.items).length > 0;
}
