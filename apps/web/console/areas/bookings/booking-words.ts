import type { BookingAddress, StaffBooking } from '@deskbell/protocol';
import { dateInWords, hourInWords, timeInWords } from '../../../book/in-words.ts';
import type { Fact } from '../../ui/definition-list.tsx';
import { sayName } from '../executions/finding.ts';

const services: Readonly<Record<StaffBooking['service_type'], string>> = {
  mini_move: 'Mini Move',
  standard_delivery: 'Standard Delivery',
  blade_transfer: 'Airport Transfer',
};

type Details = StaffBooking['details'];

/** Details are whatever the service stored: only texts and numbers can be shown. */
const textIn = (details: Details, name: string): string | undefined => {
  const value = details[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
};

const countIn = (details: Details, name: string, what: string): string | undefined => {
  const count = details[name];
  if (typeof count !== 'number' || count === 0) return undefined;
  return `${count} ${what}${count === 1 ? '' : 's'}`;
};

export const sayService = ({ service_type }: Pick<StaffBooking, 'service_type'>): string =>
  services[service_type];

/** 'Petite', '3 items', '2 bags': how much of the service. */
export function saySize({ details }: Pick<StaffBooking, 'details'>): string | undefined {
  const size = textIn(details, 'package_type');
  return (
    (size === undefined ? undefined : sayName(size)) ??
    countIn(details, 'standard_delivery_item_count', 'item') ??
    countIn(details, 'blade_bag_count', 'bag') ??
    textIn(details, 'item_description')
  );
}

/** When the driver comes, on the pickup day. */
export function sayWindow({
  pickup_time,
  pickup_hour,
}: Pick<StaffBooking, 'pickup_time' | 'pickup_hour'>): string {
  if (pickup_time === 'no_time_preference') return 'Any time';
  if (pickup_time === 'morning_specific' && pickup_hour !== null) return hourInWords(pickup_hour);
  return 'Morning';
}

type Route = Pick<StaffBooking, 'pickup_address' | 'delivery_address' | 'details'>;

const airportOf = (details: Details): string => {
  const terminal = textIn(details, 'blade_terminal');
  const airport = textIn(details, 'blade_airport') ?? 'Airport';
  return terminal === undefined ? airport : `${airport}, Terminal ${terminal}`;
};

const townOf = ({ city, state }: BookingAddress): string => `${city}, ${state}`;

/** The towns it goes between; an airport stands where there is no address. */
export const routeOf = ({ pickup_address, delivery_address, details }: Route) => ({
  from: pickup_address === null ? airportOf(details) : townOf(pickup_address),
  to: delivery_address === null ? airportOf(details) : townOf(delivery_address),
});

/** The lines of an address, or the airport in its place. */
export const placeLines = (address: BookingAddress | null, details: Details): string[] =>
  address === null
    ? [airportOf(details)]
    : [address.address_line_1, `${townOf(address)} ${address.zip_code}`];

const flightOf = (details: Details): string | undefined => {
  const day = textIn(details, 'blade_flight_date');
  const time = textIn(details, 'blade_flight_time');
  const at = time !== undefined && /^\d\d:\d\d/.test(time) ? timeInWords(time) : time;
  return [day && dateInWords(day), at].filter(Boolean).join(', ') || undefined;
};

const extras = {
  include_packing: 'packing',
  include_unpacking: 'unpacking',
  coi_required: 'certificate of insurance',
} as const;

/** Shown in words of its own, or a part of something that is. */
const told = new Set([
  ...['package_type', 'standard_delivery_item_count', 'item_description', 'blade_bag_count'],
  ...['transfer_direction', 'blade_airport', 'blade_terminal', 'blade_flight_date'],
  ...['blade_flight_time', 'special_instructions', ...Object.keys(extras)],
]);

/** What is carried, and with what; what nobody has said is left out. */
export function detailFacts({ details }: Pick<StaffBooking, 'details'>): Fact[] {
  const size = textIn(details, 'package_type');
  const wanted = Object.entries(extras).flatMap(([name, words]) =>
    details[name] === true ? [words] : [],
  );
  const others = Object.keys(details).filter((name) => !told.has(name));
  return [
    { term: 'Size', value: size === undefined ? undefined : sayName(size) },
    { term: 'Items', value: countIn(details, 'standard_delivery_item_count', 'item') },
    { term: 'What', value: textIn(details, 'item_description') },
    { term: 'Bags', value: countIn(details, 'blade_bag_count', 'bag') },
    { term: 'Flight', value: flightOf(details) },
    { term: 'With', value: wanted.length === 0 ? undefined : wanted.join(', ') },
    ...others.map((name) => ({ term: sayName(name), value: textIn(details, name) })),
  ];
}
