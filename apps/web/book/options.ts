import type { BookingOptions } from '@deskbell/protocol';
import { asNewOrder, type Draft } from './draft.ts';

export type ServiceType = BookingOptions['services'][number]['service_type'];
export type Tier = BookingOptions['tiers'][number];
type OfferedPickupTime = Tier['pickup_times'][number];

/** The page's data block. Throws when the page has none: then it is not the booking page. */
export const readBookingOptions = (page: Document): BookingOptions => {
  const text = page.getElementById('booking-options')?.textContent;
  if (text === undefined || text === null) throw new Error('The page has no booking options.');
  return JSON.parse(text) as BookingOptions;
};

export const tierOf = (options: BookingOptions, { order }: Draft): Tier | undefined =>
  options.tiers.find(({ tier }) => tier === order.package_type);

/** The times of day that can be chosen for what the draft says so far. */
export const offeredPickupTimes = (options: BookingOptions, draft: Draft): OfferedPickupTime[] => {
  const { service_type } = draft.order;
  const tier = service_type === 'mini_move' ? tierOf(options, draft) : undefined;
  const service = options.services.find((one) => one.service_type === service_type);
  return tier?.pickup_times ?? service?.pickup_times ?? [];
};

/** The time of day chosen, if it is still offered, or the only one there is. */
export const pickupTimeOf = (
  options: BookingOptions,
  draft: Draft,
): OfferedPickupTime | undefined => {
  const offered = offeredPickupTimes(options, draft);
  const chosen = offered.find(({ pickup_time }) => pickup_time === draft.order.pickup_time);
  return chosen ?? (offered.length === 1 ? offered[0] : undefined);
};

/** The addresses to ask for: none at the airport of a transfer. */
export const askedAddresses = ({ order }: Draft): ('pickup' | 'delivery')[] => {
  if (order.service_type !== 'blade_transfer') return ['pickup', 'delivery'];
  return order.transfer_direction === 'from_airport' ? ['delivery'] : ['pickup'];
};

/** What a Certificate of Insurance costs with the draft's service; undefined where it has none. */
export const coiFeeCents = (options: BookingOptions, draft: Draft): number | undefined => {
  if (draft.order.service_type === 'standard_delivery') {
    return options.standard_delivery.coi_fee_cents;
  }
  const coi = draft.order.service_type === 'mini_move' ? tierOf(options, draft)?.coi : undefined;
  return coi === undefined || coi.included ? undefined : coi.fee_cents;
};

/** The draft with the service and the tier that a link of another page named, where both exist. */
export const chooseService = (
  draft: Draft,
  asked: { serviceType: string | undefined; packageType: string | undefined },
  options: BookingOptions,
): Draft => {
  const tier = options.tiers.find(({ tier }) => tier === asked.packageType);
  const wanted = asked.serviceType ?? (tier === undefined ? undefined : 'mini_move');
  const service = options.services.find(({ service_type }) => service_type === wanted);
  if (service === undefined) return draft;
  const { service_type } = service;
  const isTierAsked = tier !== undefined && service_type === 'mini_move';
  const chosen = isTierAsked ? { service_type, package_type: tier.tier } : { service_type };
  return {
    ...asNewOrder(draft),
    order: { ...draft.order, ...chosen },
    fromChat: draft.fromChat.filter((field) => !Object.hasOwn(chosen, field)),
  };
};
