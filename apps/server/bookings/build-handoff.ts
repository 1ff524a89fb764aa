import type { Handoff, PrefillData } from '@deskbell/protocol';
import type { CalendarDate } from '../platform/calendar-date.ts';
import { type BusinessTime, blockedReason, readDate } from './booking-dates.ts';
import type { Business } from './business.ts';
import { knownText, readHandoffAddress } from './handoff-address.ts';
import { refuseMoveSize } from './move-size.ts';
import {
  airportsOnly,
  findAirport,
  flightConflict,
  noSuchTerminal,
  terminalName,
} from './order-values.ts';
import { type Outcome, refuse } from './outcome.ts';
import { isPieceCount, MAX_PIECES } from './piece-count.ts';
import { readClockTime } from './read-clock-time.ts';

export const MAX_SPECIAL_INSTRUCTIONS_CHARACTERS = 500;

/** What is known of a booking so far. A field that is undefined, or empty text, is unknown. */
export interface HandoffRequest {
  service_type?:
    | 'mini_move'
    | 'standard_delivery'
    | 'blade_transfer'
    | 'specialty_item'
    | undefined;
  mini_move_tier?: 'petite' | 'standard' | 'full' | undefined;
  /** Ordinary items only; 0 when there are only specialty items. */
  item_count?: number | undefined;
  item_description?: string | undefined;
  bag_count?: number | undefined;
  transfer_direction?: 'to_airport' | 'from_airport' | undefined;
  airport?: string | undefined;
  terminal?: string | undefined;
  flight_date?: string | undefined;
  flight_time?: string | undefined;
  pickup_address_line_1?: string | undefined;
  pickup_city?: string | undefined;
  pickup_state?: string | undefined;
  pickup_zip?: string | undefined;
  delivery_address_line_1?: string | undefined;
  delivery_city?: string | undefined;
  delivery_state?: string | undefined;
  delivery_zip?: string | undefined;
  pickup_date?: string | undefined;
  include_packing?: boolean | undefined;
  include_unpacking?: boolean | undefined;
  coi_required?: boolean | undefined;
  special_instructions?: string | undefined;
}

/** Some fields of the prefill. The ones that are undefined are left out at the end. */
type Part = { [Key in keyof PrefillData]?: PrefillData[Key] | undefined };

/**
 * What the booking wizard is opened with. Known fields are checked against the catalogue and the
 * calendar; the first that is impossible refuses the whole with what to ask the customer.
 * It contains no price: the wizard computes its own.
 */
export function buildHandoff(
  business: Business,
  request: HandoffRequest,
  time: BusinessTime,
): Outcome<Handoff> {
  const parts = [
    readService(business, request),
    readTransfer(business, request),
    readDates(business, request, time),
    readHandoffAddress(business, request, 'pickup'),
    readHandoffAddress(business, request, 'delivery'),
  ];
  const prefill: Part = {
    item_description: knownText(request.item_description),
    include_packing: request.include_packing,
    include_unpacking: request.include_unpacking,
    coi_required: request.coi_required,
    special_instructions: cut(knownText(request.special_instructions)),
  };
  for (const part of parts) {
    if (!part.ok) return part;
    Object.assign(prefill, part.value);
  }
  const entries = Object.entries(prefill).filter(([, value]) => value !== undefined);
  return {
    ok: true,
    value: {
      action: 'open_booking_wizard',
      prefill_data: Object.fromEntries(entries),
      message: messageFor(business, prefill),
    },
  };
}

function readService(business: Business, request: HandoffRequest): Outcome<Part> {
  const { service_type, item_count } = request;
  if (item_count !== undefined && !isPieceCount(item_count)) {
    return refuse(`item_count must be a whole number from 0 to ${MAX_PIECES}.`);
  }
  const { tiers } = business.mini_move;
  const tier = tiers.find((one) => one.tier === request.mini_move_tier);
  if (request.mini_move_tier !== undefined && tier === undefined) {
    return refuse(`mini_move_tier must be one of ${tiers.map(({ tier }) => tier).join(', ')}.`);
  }
  if (service_type === 'mini_move' && tier !== undefined) {
    const refusal = refuseMoveSize(business, { tier, pieces: item_count ?? 0 });
    if (refusal !== undefined) return refuse(refusal);
  }
  if (service_type === 'specialty_item' && (item_count ?? 0) > 0) {
    return refuse(
      'Specialty items are booked as standard_delivery: item_count counts the ordinary items only (0 when there are none), and item_description names the specialty items and how many of each.',
    );
  }
  const isSpecialty = service_type === 'specialty_item';
  return {
    ok: true,
    value: {
      service_type: isSpecialty ? 'standard_delivery' : service_type,
      package_type: request.mini_move_tier,
      standard_delivery_item_count: isSpecialty ? 0 : item_count,
    },
  };
}

function readTransfer(business: Business, request: HandoffRequest): Outcome<Part> {
  const { airports, minimumBags } = business.blade_transfer;
  const isTransfer = request.service_type === 'blade_transfer';
  // Models fill unknown numbers with 0; only for a transfer is no bag at all a mistake.
  const bagCount = request.bag_count === 0 && !isTransfer ? undefined : request.bag_count;
  if (bagCount !== undefined && !(isPieceCount(bagCount) && bagCount >= minimumBags)) {
    return refuse(`bag_count must be a whole number from ${minimumBags} to ${MAX_PIECES}.`);
  }

  const airportText = knownText(request.airport);
  const airport = airportText === undefined ? undefined : findAirport(business, airportText);
  const codes = airports.map(({ code }) => code).join(' and ');
  if (airportText !== undefined && airport === undefined) return refuse(airportsOnly(business));
  const terminalText = knownText(request.terminal);
  const terminal = terminalText === undefined ? undefined : terminalName(terminalText);
  if (terminal !== undefined) {
    if (airport === undefined) return refuse(`A terminal needs its airport: ${codes}.`);
    if (!airport.terminals.includes(terminal)) {
      return refuse(noSuchTerminal(airport));
    }
  }

  const flightTime = knownText(request.flight_time);
  const clockTime = flightTime === undefined ? undefined : readClockTime(flightTime);
  if (flightTime !== undefined && clockTime === undefined) {
    return refuse('flight_time must be a time of day written HH:MM, from 00:00 to 23:59.');
  }
  return {
    ok: true,
    value: {
      blade_bag_count: bagCount,
      transfer_direction: request.transfer_direction,
      blade_airport: airport?.code,
      blade_terminal: terminal,
      blade_flight_time: clockTime,
    },
  };
}

function readDates(business: Business, request: HandoffRequest, time: BusinessTime): Outcome<Part> {
  const pickup = readBookableDate(
    business,
    { name: 'pickup_date', text: request.pickup_date },
    time,
  );
  if (!pickup.ok) return pickup;
  const flight = readBookableDate(
    business,
    { name: 'flight_date', text: request.flight_date },
    time,
  );
  if (!flight.ok) return flight;
  const [pickupDate, flightDate] = [pickup.value, flight.value];
  const conflict = flightConflict({
    direction: request.transfer_direction,
    pickupDate,
    flightDate,
  });
  if (conflict !== undefined) return refuse(conflict);
  return { ok: true, value: { pickup_date: pickupDate, blade_flight_date: flightDate } };
}

function readBookableDate(
  business: Business,
  { name, text }: { name: string; text: string | undefined },
  time: BusinessTime,
): Outcome<CalendarDate | undefined> {
  const given = knownText(text);
  if (given === undefined) return { ok: true, value: undefined };
  const read = readDate(name, given);
  if (!read.ok) return read;
  const reason = blockedReason(read.value, { ...time, phone: business.profile.phone });
  return reason === null ? read : refuse(`${name}: ${reason}`);
}

function messageFor(business: Business, { service_type }: Part): string {
  const what = service_type === undefined ? 'booking' : `${business[service_type].label} booking`;
  return `Your ${what} is prepared. Press Start Booking to check the details and finish.`;
}

/** Counted in code points, so that no character is cut in half. */
function cut(text: string | undefined): string | undefined {
  return text === undefined
    ? undefined
    : Array.from(text).slice(0, MAX_SPECIAL_INSTRUCTIONS_CHARACTERS).join('');
}
