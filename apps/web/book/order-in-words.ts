import type { BookingOptions } from '@deskbell/protocol';
import type { Draft } from './draft.ts';
import { dateInWords, timeInWords } from './in-words.ts';
import { askedAddresses, pickupTimeOf, tierOf } from './options.ts';

export interface Fact {
  term: string;
  text: string;
}

const fact = (term: string, text: string | number | undefined): Fact[] =>
  text === undefined || text === '' ? [] : [{ term, text: String(text) }];

const yes = (term: string, isWanted: boolean | undefined): Fact[] =>
  isWanted === true ? [{ term, text: 'Yes' }] : [];

/** The details of the order, for its review. */
export const detailFacts = (draft: Draft, options: BookingOptions): Fact[] => {
  const { order, specialtyItems } = draft;
  switch (order.service_type) {
    case 'mini_move':
      return [
        ...fact('Size', tierOf(options, draft)?.name),
        ...fact('Pieces, about', order.standard_delivery_item_count),
        ...fact('What they are', order.item_description?.trim()),
        ...yes('Packing', order.include_packing),
        ...yes('Unpacking', order.include_unpacking),
        ...yes('Certificate of Insurance', order.coi_required),
      ];
    case 'standard_delivery':
      return [
        ...fact('Items', order.standard_delivery_item_count),
        ...options.specialty_items.flatMap(({ item, name }) =>
          fact(name, specialtyItems[item] === 0 ? undefined : specialtyItems[item]),
        ),
        ...fact('What they are', order.item_description?.trim()),
        ...yes('Certificate of Insurance', order.coi_required),
      ];
    case 'blade_transfer': {
      const { airports, directions } = options.airport_transfer;
      const direction = directions.find((one) => one.direction === order.transfer_direction);
      const airport = airports.find(({ code }) => code === order.blade_airport);
      return [
        ...fact('Direction', direction?.label),
        ...fact('Airport', airport && `${airport.name}, terminal ${order.blade_terminal}`),
        ...fact('Bags', order.blade_bag_count),
        ...fact('What they are', order.item_description?.trim()),
        ...fact(
          'Flight',
          order.blade_flight_date &&
            `${dateInWords(order.blade_flight_date)}, ${timeInWords(order.blade_flight_time ?? '')}`,
        ),
      ];
    }
    default:
      return [];
  }
};

export const dateFacts = (draft: Draft, options: BookingOptions): Fact[] => {
  const time = pickupTimeOf(options, draft)?.pickup_time;
  const hour = options.pickup_hours.find((one) => one.hour === draft.order.pickup_hour);
  const sentence = options.pickup_times.find(({ pickup_time }) => pickup_time === time)?.sentence;
  return [
    ...fact('Day', draft.order.pickup_date && dateInWords(draft.order.pickup_date)),
    ...fact('Time', time === 'morning_specific' ? hour?.label : sentence),
  ];
};

export const addressFacts = (draft: Draft): Fact[] => [
  ...askedAddresses(draft).flatMap((role) => {
    const { address_line_1, city, state, zip_code } = draft.order[`${role}_address`] ?? {};
    return fact(
      role === 'pickup' ? 'Collect at' : 'Deliver to',
      `${address_line_1}, ${city}, ${state} ${zip_code}`,
    );
  }),
  ...fact('For the driver', draft.order.special_instructions?.trim()),
];
