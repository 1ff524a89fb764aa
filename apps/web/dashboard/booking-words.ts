import type { Booking, BookingAddress } from '@deskbell/protocol';
import { dateInWords, hourInWords, timeInWords } from '../book/in-words.ts';
import type { BusinessWords } from './business-words.ts';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A field of the order's details, which are whatever its service stored. */
const textOf = (booking: Booking, key: string): string | undefined => {
  const value = booking.details[key];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
};

/** 'Petite Move', or the service's name where there is no size, or one that is not sold any more. */
export const serviceInWords = (
  booking: Booking,
  { services, tiers }: Pick<BusinessWords, 'services' | 'tiers'>,
): string => {
  const tier = textOf(booking, 'package_type') ?? '';
  return Object.hasOwn(tiers, tier) ? String(tiers[tier]) : services[booking.service_type];
};

/**
 * When the driver comes, on the pickup day. `morning` is how the business says its usual hours,
 * such as 'between 8 and 11 AM'.
 */
export const timeWindowInWords = (
  { pickup_time, pickup_hour }: Pick<Booking, 'pickup_time' | 'pickup_hour'>,
  morning: string,
): string => {
  if (pickup_time === 'no_time_preference') return 'At any time of the day';
  if (pickup_time === 'morning_specific' && pickup_hour !== null) return hourInWords(pickup_hour);
  return capital(morning);
};

/** ['12 Meadow Lane', 'Southampton, NY 11968'] */
export const addressLines = (address: BookingAddress): string[] => [
  address.address_line_1,
  `${address.city}, ${address.state} ${address.zip_code}`,
];

const airportInWords = (booking: Booking): string[] => {
  const terminal = textOf(booking, 'blade_terminal');
  const lines = [textOf(booking, 'blade_airport') ?? 'Airport', terminal && `Terminal ${terminal}`];
  return [lines.filter(Boolean).join(', ')];
};

/** From where to where; an airport stands where the booking has no address. */
export const routeOf = (booking: Booking): { from: string[]; to: string[] } => ({
  from:
    booking.pickup_address === null
      ? airportInWords(booking)
      : addressLines(booking.pickup_address),
  to:
    booking.delivery_address === null
      ? airportInWords(booking)
      : addressLines(booking.delivery_address),
});

const flightInWords = (booking: Booking): string | undefined => {
  const date = textOf(booking, 'blade_flight_date');
  const time = textOf(booking, 'blade_flight_time');
  const at = time !== undefined && /^\d\d:\d\d/.test(time) ? timeInWords(time) : time;
  return [date && dateInWords(date), at].filter(Boolean).join(', ') || undefined;
};

const extrasInWords = ({ details }: Booking): string | undefined =>
  [
    details.include_packing === true && 'Packing',
    details.include_unpacking === true && 'Unpacking',
    details.coi_required === true && 'Certificate of insurance',
  ]
    .filter(Boolean)
    .join(', ') || undefined;

/** What is carried, line by line; what the booking does not know is left out. */
export const detailLines = (booking: Booking): { label: string; value: string }[] => {
  const lines: [string, string | undefined][] = [
    ['Items', textOf(booking, 'standard_delivery_item_count')],
    ['What', textOf(booking, 'item_description')],
    ['Bags', textOf(booking, 'blade_bag_count')],
    ['Flight', flightInWords(booking)],
    ['With', extrasInWords(booking)],
    ['Instructions', booking.special_instructions ?? undefined],
  ];
  return lines.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
};
