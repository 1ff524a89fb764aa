import { type LocalTime, sayCount, sayDay, sayList, sayMoney, upperFirst } from '@deskbell/clerk';
import type { Business } from '../../../bookings/business.ts';
import { type Order, serviceOf, tierOf, withoutAirportEnd } from './order/order.ts';

/** How a line begins that sums up a booking in the making. The clerk reads it back later. */
export const RECAP = 'So far I have: ';
export const RECAP_SEPARATOR = ' · ';

export const cents = (amount: number): string => sayMoney(amount / 100);

/** "call (631) 595-5100 or e-mail info@totetaxi.com". */
export const contact = ({ profile }: Business): string =>
  `call ${profile.phone} or e-mail ${profile.email}`;

/** The three tiers with what each is for, as a list in a sentence. */
export function sayTiers(business: Business): string {
  return sayList(
    business.mini_move.tiers.map(
      ({ name, pieces, basePriceCents }) =>
        `${name} (${pieces} pieces, from ${cents(basePriceCents)})`,
    ),
    'or',
  );
}

/** What is known of an order, such as "Standard Delivery, 3 items, pickup on Saturday, December 5". */
export function sayOrder(
  told: Order,
  business: Business,
  { today }: LocalTime,
  separator = ', ',
): string {
  const order = withoutAirportEnd(told);
  const service = serviceOf(order);
  const parts: string[] = [];
  const tier = service === 'mini_move' ? tierOf(order, business) : undefined;
  if (tier !== undefined) {
    parts.push(
      `Mini Move, ${business.mini_move.tiers.find((entry) => entry.tier === tier)?.name ?? tier}`,
    );
  } else if (service !== undefined) {
    parts.push(business[service].label);
  }
  if (order.count !== undefined) {
    parts.push(sayCount(order.count, service === 'blade_transfer' ? 'bag' : 'item'));
  }
  if (order.specialty !== undefined && service !== 'blade_transfer') parts.push(order.specialty);
  if (service === 'mini_move') {
    if (order.packing) parts.push('with packing');
    if (order.unpacking) parts.push('with unpacking');
  }
  if (order.coi && service !== 'blade_transfer') parts.push('with COI');
  if (order.pickupHour && service === 'mini_move') parts.push('one-hour pickup');
  if (order.sameDay && service === 'standard_delivery') parts.push('same-day');
  if (service === 'blade_transfer') {
    const airport = order.airport ?? 'the airport';
    if (order.direction === 'to_airport') parts.push(`to ${airport}`);
    else if (order.direction === 'from_airport') parts.push(`from ${airport}`);
    else if (order.airport !== undefined) parts.push(order.airport);
    if (order.terminal !== undefined) parts.push(`terminal ${order.terminal}`);
    if (order.flightTime !== undefined) parts.push(`flight at ${sayClock(order.flightTime)}`);
    if (order.flightDay !== undefined && order.flightDay !== order.day) {
      parts.push(`flight on ${sayDay(order.flightDay, today)}`);
    }
  }
  const isBoth = service === 'blade_transfer' && order.flightDay === order.day;
  if (order.day !== undefined) {
    parts.push(`${isBoth ? 'flight and pickup' : 'pickup'} on ${sayDay(order.day, today)}`);
  }
  const pickup = sayAddress(order, 'pickup');
  if (pickup !== '') parts.push(`from ${pickup}`);
  const delivery = sayAddress(order, 'delivery');
  if (delivery !== '') parts.push(`to ${delivery}`);
  if (order.instructions !== undefined) parts.push('with your note for the driver');
  return parts.join(separator);
}

/** "12 Main Street, East Hampton 11937", as far as it is known. */
function sayAddress(order: Order, role: 'pickup' | 'delivery'): string {
  const line = order[`${role}Line`];
  const city = order[`${role}City`];
  const zip = order[`${role}Zip`];
  return [line, [city, zip].filter((part) => part !== undefined).join(' ')]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
}

/** "a peloton and 2 surfboards" of the specialty items as an order holds them. */
export const saySpecialty = (specialty: string): string =>
  specialty
    .split(' and ')
    .map((part) =>
      /^(?:\d|one\b|two\b|three\b|four\b|five\b|six\b)/.test(part) ? part : `a ${part}`,
    )
    .join(' and ');

/** "3:30 PM" of '15:30'. */
export function sayClock(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** A text cut after each full stop. */
export const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?]) +/);

const FIELD_NAMES: readonly [RegExp, string][] = [
  [/^(?:pickup_date|flight_date): /, ''],
  [/\bpickup_zip\b/g, 'The pickup ZIP code'],
  [/\bdelivery_zip\b/g, 'The delivery ZIP code'],
  [/\b(?:start_date|pickup_date|flight_date)\b/g, 'The date'],
  [/ Leave out [^.]*\./g, ''],
];

/** A tool's refusal for a customer to read; undefined when it is about arguments, not the matter. */
export function sayRefusal(error: string): string | undefined {
  let said = error;
  for (const [pattern, name] of FIELD_NAMES) said = said.replace(pattern, name);
  if (/[a-z]_[a-z]/.test(said)) return undefined;
  return upperFirst(said);
}

/** When a tool could not be asked or broke. */
export function sayNotChecked(business: Business): string {
  return `I'm sorry, I couldn't check that just now. Please try again in a moment, or ${contact(business)}.`;
}
