import type { BookingOrder } from '@deskbell/protocol';
import { type BusinessTime, blockedReason, readDate } from './booking-dates.ts';
import type { Business } from './business.ts';
import type { OrderErrors } from './order-errors.ts';
import {
  airportsOnly,
  findAirport,
  flightConflict,
  noSuchTerminal,
  terminalName,
} from './order-values.ts';
import { isPieceCount, MAX_PIECES } from './piece-count.ts';
import { readClockTime } from './read-clock-time.ts';

/** Checks what only an Airport Transfer has, and gives it in the form in which it is stored. */
export function checkTransfer(
  business: Business,
  order: BookingOrder,
  { time, errors }: { time: BusinessTime; errors: OrderErrors },
): BookingOrder {
  return {
    ...checkBags(business, order, errors),
    ...checkDirection(business, order, errors),
    ...checkAirport(business, order, errors),
    ...checkFlight(business, order, { time, errors }),
  };
}

function checkBags(
  { blade_transfer: { minimumBags } }: Business,
  { blade_bag_count: count }: BookingOrder,
  errors: OrderErrors,
): BookingOrder {
  if (count === undefined) {
    errors.missing('blade_bag_count', 'Please say how many bags.');
    return {};
  }
  if (!isPieceCount(count) || count < minimumBags) {
    errors.wrong(
      'blade_bag_count',
      `An Airport Transfer takes from ${minimumBags} to ${MAX_PIECES} bags.`,
    );
    return {};
  }
  return { blade_bag_count: count };
}

function checkDirection(
  { blade_transfer }: Business,
  { transfer_direction: direction }: BookingOrder,
  errors: OrderErrors,
): BookingOrder {
  if (direction === undefined) {
    errors.missing('transfer_direction', 'Please say whether it goes to or from the airport.');
    return {};
  }
  if (!blade_transfer.directions.includes(direction)) {
    errors.wrong('transfer_direction', 'This direction cannot be booked online.');
    return {};
  }
  return { transfer_direction: direction };
}

function checkAirport(
  business: Business,
  { blade_airport, blade_terminal }: BookingOrder,
  errors: OrderErrors,
): BookingOrder {
  const airport = findAirport(business, blade_airport ?? '');
  if (isEmpty(blade_airport)) errors.missing('blade_airport', 'Please choose the airport.');
  else if (airport === undefined) errors.wrong('blade_airport', airportsOnly(business));

  const terminal = terminalName(blade_terminal ?? '');
  if (terminal === '') errors.missing('blade_terminal', 'Please choose the terminal.');
  else if (airport !== undefined && !airport.terminals.includes(terminal)) {
    errors.wrong('blade_terminal', noSuchTerminal(airport));
  }
  if (airport === undefined) return {};
  return { blade_airport: airport.code, blade_terminal: terminal };
}

function checkFlight(
  business: Business,
  order: BookingOrder,
  { time, errors }: { time: BusinessTime; errors: OrderErrors },
): BookingOrder {
  const { blade_flight_date, blade_flight_time, pickup_date, transfer_direction } = order;
  const clockTime = readClockTime(blade_flight_time ?? '');
  if (isEmpty(blade_flight_time)) {
    errors.missing('blade_flight_time', 'Please give the time of the flight.');
  } else if (clockTime === undefined) {
    errors.wrong('blade_flight_time', 'Please write the time as HH:MM, from 00:00 to 23:59.');
  }
  const flight: BookingOrder = clockTime === undefined ? {} : { blade_flight_time: clockTime };

  if (isEmpty(blade_flight_date)) {
    errors.missing('blade_flight_date', 'Please give the day of the flight.');
    return flight;
  }
  const read = readDate('The day of the flight', blade_flight_date ?? '');
  const { phone } = business.profile;
  const wrong = read.ok
    ? (blockedReason(read.value, { ...time, phone }) ??
      flightConflict({
        direction: transfer_direction,
        pickupDate: pickup_date,
        flightDate: read.value,
      }))
    : read.reason;
  if (wrong !== undefined) errors.wrong('blade_flight_date', wrong);
  return read.ok ? { ...flight, blade_flight_date: read.value } : flight;
}

function isEmpty(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
