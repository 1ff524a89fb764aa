import type { Booking, BookingAddress } from '@deskbell/protocol';
import type { Business } from '../bookings/business.ts';
import { formatDollars } from '../bookings/dollars.ts';
import { formatLongDate, isCalendarDate } from '../platform/calendar-date.ts';

/** How a text that a customer wrote is cleaned to one line. */
export type Clean = (text: string, mostCharacters: number) => string;

const MOST_STREET = 60;
const MOST_CITY = 40;

/** 'Mini Move, Standard Move', 'Airport Transfer, 2 bags', 'Standard Delivery, 3 items'. */
export function serviceInWords({ service_type, details }: Booking, business: Business): string {
  const { label } = business[service_type];
  switch (service_type) {
    case 'mini_move': {
      const tier = business.mini_move.tiers.find(({ tier }) => tier === details.package_type);
      return [label, tier?.name].filter(Boolean).join(', ');
    }
    case 'standard_delivery':
      return [label, count(details.standard_delivery_item_count, 'item')]
        .filter(Boolean)
        .join(', ');
    case 'blade_transfer':
      return [label, count(details.blade_bag_count, 'bag')].filter(Boolean).join(', ');
  }
}

/** 'Friday, December 4, 2026, between 9 and 10 AM' */
export function pickupInWords(
  { pickup_date, pickup_time, pickup_hour }: Booking,
  business: Business,
): string {
  const day = formatLongDate(pickup_date);
  if (pickup_time === 'no_time_preference') return `${day}, at any time of the day`;
  if (pickup_time === 'morning_specific' && pickup_hour !== null) {
    return `${day}, between ${pickup_hour} and ${pickup_hour + 1} AM`;
  }
  return `${day}, ${business.booking.pickupTimes.morning}`;
}

/** 'From: …' and 'To: …', an airport in the place of the address that there is none of; a flight. */
export function routeLines(booking: Booking, clean: Clean): string[] {
  const { pickup_address, delivery_address, details } = booking;
  const flight = [details.blade_flight_date, details.blade_flight_time].map(String);
  const [day = '', time = ''] = flight;
  return [
    `From: ${placeInWords(pickup_address, booking, clean)}`,
    `To: ${placeInWords(delivery_address, booking, clean)}`,
    ...(isCalendarDate(day) ? [`Flight: ${formatLongDate(day)}, ${time}`] : []),
  ];
}

/** 'Standard Move: $1,950', a line for each part of the price, and the total. */
export function priceLines({ price: { line_items, total_cents } }: Booking): string[] {
  return [
    ...line_items.map(({ label, amount_cents }) => `${label}: ${formatDollars(amount_cents)}`),
    `Total: ${formatDollars(total_cents)}`,
  ];
}

function placeInWords(address: BookingAddress | null, { details }: Booking, clean: Clean): string {
  if (address === null) {
    const { blade_airport: airport, blade_terminal: terminal } = details;
    return [airport, terminal === undefined ? undefined : `Terminal ${terminal}`]
      .filter(Boolean)
      .join(', ');
  }
  const street = clean(address.address_line_1, MOST_STREET);
  const city = clean(address.city, MOST_CITY);
  const { state, zip_code } = address;
  return [street, city, `${state} ${zip_code}`].filter((part) => part !== '').join(', ');
}

function count(number: unknown, what: string): string | undefined {
  if (typeof number !== 'number' || number === 0) return undefined;
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
