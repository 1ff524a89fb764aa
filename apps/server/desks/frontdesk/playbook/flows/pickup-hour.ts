import { sayList } from '@deskbell/clerk';
import type { Business } from '../../../../bookings/business.ts';
import { offeredPickupTimes } from '../../../../bookings/pickup-times.ts';
import { type Order, serviceOf, tierOf } from '../order/order.ts';
import { cents } from '../wording.ts';
import type { Flow } from './flow.ts';

/** "$175 with the Standard Move", of every size that has one chosen hour for sale. */
function sayOffers({ mini_move }: Business): string {
  return sayList(
    mini_move.tiers.flatMap(({ name, oneHourPickupWindowCents: price }) =>
      price === null ? [] : [`${cents(price)} with the ${name}`],
    ),
  );
}

/** What a chosen pickup hour costs with an order; the form asks for the hour, the estimate cannot. */
export function sayPickupHour(order: Order, business: Business): string {
  const serviceType = serviceOf(order);
  const tier = tierOf(order, business);
  const offer =
    serviceType === undefined
      ? undefined
      : offeredPickupTimes(business, { serviceType, tier }).find(
          ({ pickupTime }) => pickupTime === 'morning_specific',
        );
  if (offer !== undefined) {
    return `One chosen pickup hour adds ${cents(offer.priceCents)} to the price; you choose the hour in the booking form.`;
  }
  const offers = sayOffers(business);
  const others = offers === '' ? '' : `; it is ${offers}`;
  return `One chosen pickup hour is not offered with this service${others}. Without one we pick up ${business.booking.pickupTimes.morning}.`;
}

/** The chosen hour on its own, without an order to put it to. */
export const pickupHour: Flow = (turn, business) => {
  const offers = sayOffers(business);
  const { morning } = business.booking.pickupTimes;
  return {
    text:
      offers === ''
        ? `We pick up ${morning}; a chosen hour is not offered.`
        : `We pick up ${morning}. One chosen pickup hour is ${offers}, and you choose it in the booking form.`,
    offer: turn.vary('Would you like a price estimate?', 'Shall I work out a price for you?'),
  };
};
