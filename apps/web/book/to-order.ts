import type { BookingOptions, BookingOrder } from '@deskbell/protocol';
import type { Draft } from './draft.ts';
import { askedAddresses, pickupTimeOf, tierOf } from './options.ts';
import { countSpecialtyItems, describeItems } from './specialty-words.ts';

/** Text without the space around it; undefined when nothing is left. */
const known = (text: string | undefined): string | undefined => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? undefined : trimmed;
};

type Part = { [Key in keyof BookingOrder]?: BookingOrder[Key] | undefined };

const detailsOf = (draft: Draft, options: BookingOptions): Part => {
  const { order, specialtyItems } = draft;
  switch (order.service_type) {
    case 'mini_move':
      return {
        package_type: tierOf(options, draft)?.tier,
        standard_delivery_item_count: order.standard_delivery_item_count,
        item_description: known(order.item_description),
        include_packing: order.include_packing,
        include_unpacking: order.include_unpacking,
        coi_required: order.coi_required,
      };
    case 'standard_delivery': {
      const hasOnlyCounted =
        order.standard_delivery_item_count === undefined && countSpecialtyItems(specialtyItems) > 0;
      return {
        standard_delivery_item_count: hasOnlyCounted ? 0 : order.standard_delivery_item_count,
        item_description: describeItems(
          order.item_description,
          specialtyItems,
          options.specialty_items,
        ),
        coi_required: order.coi_required,
      };
    }
    case 'blade_transfer':
      return {
        item_description: known(order.item_description),
        transfer_direction: order.transfer_direction,
        blade_airport: known(order.blade_airport),
        blade_terminal: known(order.blade_terminal),
        blade_bag_count: order.blade_bag_count,
        blade_flight_date: known(order.blade_flight_date),
        blade_flight_time: known(order.blade_flight_time),
      };
    default:
      return {};
  }
};

const addressOf = (draft: Draft, role: 'pickup' | 'delivery'): Part => {
  const entries = Object.entries(draft.order[`${role}_address`] ?? {}).flatMap(([part, text]) => {
    const value = known(text);
    return value === undefined ? [] : [[part, value]];
  });
  return entries.length === 0 ? {} : { [`${role}_address`]: Object.fromEntries(entries) };
};

/** The order as it is sent: what the chosen service needs of the draft, without what is unknown. */
export const orderOf = (draft: Draft, options: BookingOptions): BookingOrder => {
  const time = pickupTimeOf(options, draft)?.pickup_time;
  const order: Part = {
    service_type: draft.order.service_type,
    ...detailsOf(draft, options),
    pickup_date: known(draft.order.pickup_date),
    pickup_time: time,
    pickup_hour: time === 'morning_specific' ? draft.order.pickup_hour : undefined,
    special_instructions: known(draft.order.special_instructions),
  };
  for (const role of askedAddresses(draft)) Object.assign(order, addressOf(draft, role));
  return Object.fromEntries(Object.entries(order).filter(([, value]) => value !== undefined));
};
