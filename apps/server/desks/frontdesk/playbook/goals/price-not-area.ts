import type { Business } from '../../../../bookings/business.ts';
import type { Goal, Memory } from '../memory.ts';
import { type Order, serviceOf } from '../order/order.ts';
import { replacesOutside } from '../reading/places/replace-outside.ts';
import type { Details } from '../reading/read-details.ts';
import { carriesOf } from './carries.ts';

/** What is to be sent and where, told rather than asked. */
const tellsOrder = (text: string, { order, zips }: Details, known: Order): boolean =>
  ((order.count ?? order.specialty ?? order.tier) !== undefined
    ? zips.length > 0
    : zips.length > 1 && (known.count ?? known.specialty ?? known.tier) !== undefined) &&
  !/\?|\b(?:is|are|does|do) \d{5}\b|\b(?:do|can|could|would|will|if|whether) (?:you|u|ya|that|it|this)\b/.test(
    text,
  );

/** An end outside was asked about, and one inside is told in its place: the price is wanted then. */
export function wishPriceOfServed(
  goals: Set<Goal>,
  { memory, before, business }: { memory: Memory; before: Order; business: Business },
): void {
  const isServedNow = replacesOutside(before, memory.order, business);
  if (isServedNow && serviceOf(memory.order) !== undefined && goals.delete('coverage')) {
    goals.add('price');
  }
}

/** Where the words sound like a question for an area, and an order is told: its price is wanted. */
export function wishPriceOfTold(
  goals: Set<Goal>,
  options: { text: string; details: Details; before: Order; business: Business },
): void {
  const { text, details, before, business } = options;
  const { order, zips, places } = details;
  if (!goals.has('coverage')) return;
  const isTold = tellsOrder(text, details, before) && !carriesOf(details, business).hasOutside;
  // "I fly from JFK with 2 bags. Could you bring them there?" goes to the airport.
  const isNowhere = zips.length === 0 && places.length === 0;
  const isOfAirport = isNowhere && order.airport !== undefined && order.count !== undefined;
  if (!isTold && !isOfAirport) return;
  goals.delete('coverage');
  if (!isTold || !goals.has('booking')) goals.add('price');
}
