import type { Business } from '../../../../bookings/business.ts';
import { moveSizeFor } from '../../../../bookings/move-size.ts';
import type { Memory } from '../memory.ts';
import type { Details } from '../reading/read-details.ts';
import { turnRound } from '../reading/read-swap.ts';
import { type Order, serviceOf, tierOf } from './order.ts';

const FLIGHT_DETAILS = ['direction', 'airport', 'terminal', 'flightDay', 'flightTime'] as const;

/**
 * Merges what was said: the newest word holds. A change of service drops the details that only the
 * old one had. Gives the details that are others than before.
 */
export function applyDetails(
  memory: Memory,
  details: Details,
  options: { before: Order; isTurned: boolean; business: Business },
): Set<keyof Order> {
  const { order, days, dropped } = details;
  const { before, isTurned, business } = options;
  const { order: known } = memory;
  const earlier = serviceOf(known);
  const isOtherWay =
    order.direction !== undefined &&
    known.direction !== undefined &&
    order.direction !== known.direction;
  // The one address of a transfer is the end that is no airport.
  if (isOtherWay && !isTurned) turnRound(known);
  const last = { ...known };
  Object.assign(known, order);
  if (order.count !== undefined && order.pieces === undefined) delete known.pieces;
  for (const key of dropped) if (order[key] === undefined) delete known[key];
  dropDerivedTier(known, last, order, business);
  const service = order.service ?? (order.airport !== undefined ? 'blade_transfer' : undefined);
  if (service !== undefined && earlier !== undefined && service !== earlier) {
    known.service = service;
    if (service !== 'mini_move') {
      for (const key of ['tier', 'packing', 'unpacking'] as const) {
        if (order[key] === undefined) delete known[key];
      }
    }
    // The pieces that were listed for it are all of its goods.
    if (order.pieces !== undefined && order.specialty === last.specialty) {
      delete known.specialty;
      delete known.leftOut;
    }
  }
  if (serviceOf(known) !== 'blade_transfer') {
    for (const key of FLIGHT_DETAILS) delete known[key];
  }
  // Another airport has other terminals.
  const isOtherAirport = order.airport !== undefined && order.airport !== last.airport;
  const hadAirport = last.airport !== undefined;
  if (isOtherAirport && hadAirport && order.terminal === undefined) delete known.terminal;
  forgetOldAddresses(known, last, order);
  inferDirection(known);
  keepDays(memory, days);
  return new Set(
    (Object.keys({ ...before, ...known }) as (keyof Order)[]).filter(
      (key) => known[key] !== before[key],
    ),
  );
}

/** The size that was priced for another number was the clerk's, not the customer's. */
function dropDerivedTier(
  known: Order,
  last: Order,
  order: Partial<Order>,
  business: Business,
): void {
  const { tier, ...withoutTier } = last;
  const isDerived =
    tier !== undefined &&
    last.count !== undefined &&
    // "We have 80", after the largest size was asked about: none was chosen.
    (tierOf(withoutTier, business) === tier || moveSizeFor(business, last.count) === undefined);
  if (isDerived && order.count !== undefined && order.tier === undefined) delete known.tier;
}

/** Another ZIP code is another address; its parts that were not said are not known. */
function forgetOldAddresses(known: Order, last: Order, order: Partial<Order>): void {
  for (const role of ['pickup', 'delivery'] as const) {
    const earlierZip = last[`${role}Zip`];
    const zip = order[`${role}Zip`];
    if (earlierZip === undefined || zip === undefined || zip === earlierZip) continue;
    for (const part of ['Line', 'City', 'State', 'Place'] as const) {
      if (order[`${role}${part}`] === undefined) delete known[`${role}${part}`];
    }
  }
}

/** Bags that are fetched at an address go to the airport, and the other way round. */
function inferDirection(order: Order): void {
  if (serviceOf(order) !== 'blade_transfer' || order.direction !== undefined) return;
  const isKnown = (role: 'pickup' | 'delivery'): boolean =>
    (order[`${role}Zip`] ?? order[`${role}Line`]) !== undefined;
  if (isKnown('pickup') === isKnown('delivery')) return;
  order.direction = isKnown('pickup') ? 'to_airport' : 'from_airport';
}

function keepDays(memory: Memory, days: Details['days']): void {
  const span = days.findLast(({ first, isImpossible }) => first !== '' && isImpossible !== true);
  if (span === undefined) return;
  memory.days = { first: span.first, last: span.last };
  memory.dayIsOpen = false;
  memory.daySkips = 0;
  if (span.first === span.last) memory.dayWasRefused = false;
}
