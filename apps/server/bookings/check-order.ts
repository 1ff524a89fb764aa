import type { BookingOrder } from '@deskbell/protocol';
import { type BusinessTime, blockedReason, readDate } from './booking-dates.ts';
import { MAX_SPECIAL_INSTRUCTIONS_CHARACTERS } from './build-handoff.ts';
import type { Business } from './business.ts';
import { checkAddress } from './check-address.ts';
import { checkTransfer } from './check-transfer.ts';
import { characterCount, cleanLine, cleanLines } from './clean-text.ts';
import { refuseMoveSize } from './move-size.ts';
import { createOrderErrors, type OrderError, type OrderErrors } from './order-errors.ts';
import { NOT_OFFERED, offeredPickupTimes, PICKUP_HOURS } from './pickup-times.ts';
import { isPieceCount, MAX_PIECES } from './piece-count.ts';
import { findSpecialtyItems } from './specialty-items.ts';
import { MAX_ITEM_DESCRIPTION_CHARACTERS } from './text-limits.ts';

export interface CheckedOrder {
  /** What of it is right, in the form in which it is stored. */
  order: BookingOrder;
  /** Everything that is wrong or missing; without any the order can be booked. */
  errors: readonly OrderError[];
}

/** Checks a whole order, as far as it is known, against the catalogue and the calendar. */
export function checkOrder(
  business: Business,
  given: BookingOrder,
  time: BusinessTime,
): CheckedOrder {
  const errors = createOrderErrors();
  const { service_type } = given;
  if (service_type === undefined) errors.missing('service_type', 'Please choose a service.');
  const texts = checkTexts(given, errors);
  const order: BookingOrder = {
    ...(service_type !== undefined && { service_type }),
    ...texts,
    ...wishesOf(given),
    ...checkDetails(business, { ...given, ...texts }, { time, errors }),
    ...checkPickupDate(business, given, { time, errors }),
    ...checkPickupTime(business, given, errors),
    ...checkAddresses(business, given, errors),
  };
  return { order, errors: errors.all };
}

function checkDetails(
  business: Business,
  order: BookingOrder,
  { time, errors }: { time: BusinessTime; errors: OrderErrors },
): BookingOrder {
  switch (order.service_type) {
    case undefined:
      return {};
    case 'mini_move':
      return checkMove(business, order, errors);
    case 'standard_delivery':
      return checkDelivery(business, order, errors);
    case 'blade_transfer':
      return checkTransfer(business, order, { time, errors });
  }
}

function checkMove(business: Business, order: BookingOrder, errors: OrderErrors): BookingOrder {
  const { package_type, standard_delivery_item_count: pieces } = order;
  const tier = business.mini_move.tiers.find((one) => one.tier === package_type);
  if (tier === undefined) {
    errors.missing('package_type', 'Please choose the size of the move.');
  } else if (pieces !== undefined) {
    const refusal = refuseMoveSize(business, { tier, pieces });
    if (refusal !== undefined) errors.wrong('package_type', refusal);
  }
  return {
    ...(tier !== undefined && { package_type: tier.tier }),
    ...(pieces !== undefined && checkCount(pieces, errors)),
  };
}

/** Whatever the service: an estimate says of those that it does not have. */
function wishesOf(order: BookingOrder): BookingOrder {
  const { include_packing = false, include_unpacking = false, coi_required = false } = order;
  return { include_packing, include_unpacking, coi_required };
}

function checkDelivery(business: Business, order: BookingOrder, errors: OrderErrors): BookingOrder {
  const { standard_delivery_item_count: items, item_description = '' } = order;
  const specialty = findSpecialtyItems(item_description, business.specialty_item.items);
  if ((items ?? 0) === 0 && specialty.length === 0) {
    errors.missing(
      'standard_delivery_item_count',
      'Please say how many items there are, or name a specialty item.',
    );
  }
  return checkCount(items ?? 0, errors);
}

function checkCount(count: number, errors: OrderErrors): BookingOrder {
  if (isPieceCount(count)) return { standard_delivery_item_count: count };
  errors.wrong(
    'standard_delivery_item_count',
    `The number of items must be a whole number up to ${MAX_PIECES}.`,
  );
  return {};
}

function checkTexts(order: BookingOrder, errors: OrderErrors): BookingOrder {
  const description = cleanLine(order.item_description ?? '');
  const instructions = cleanLines(order.special_instructions ?? '');
  if (characterCount(description) > MAX_ITEM_DESCRIPTION_CHARACTERS) {
    errors.wrong(
      'item_description',
      `Please shorten the description to ${MAX_ITEM_DESCRIPTION_CHARACTERS} characters.`,
    );
  }
  if (characterCount(instructions) > MAX_SPECIAL_INSTRUCTIONS_CHARACTERS) {
    errors.wrong(
      'special_instructions',
      `Please shorten the instructions to ${MAX_SPECIAL_INSTRUCTIONS_CHARACTERS} characters.`,
    );
  }
  return {
    ...(description !== '' && { item_description: description }),
    ...(instructions !== '' && { special_instructions: instructions }),
  };
}

function checkPickupDate(
  business: Business,
  { pickup_date = '' }: BookingOrder,
  { time, errors }: { time: BusinessTime; errors: OrderErrors },
): BookingOrder {
  if (pickup_date.trim() === '') {
    errors.missing('pickup_date', 'Please choose the day of the pickup.');
    return {};
  }
  const read = readDate('The day of the pickup', pickup_date);
  const { phone } = business.profile;
  const wrong = read.ok ? blockedReason(read.value, { ...time, phone }) : read.reason;
  if (wrong !== null) errors.wrong('pickup_date', wrong);
  return read.ok ? { pickup_date: read.value } : {};
}

/** Without a choice it is the morning, which every service has. */
function checkPickupTime(
  business: Business,
  order: BookingOrder,
  errors: OrderErrors,
): BookingOrder {
  const { service_type: serviceType, package_type: tier } = order;
  const { pickup_time: pickupTime = 'morning', pickup_hour: hour } = order;
  // Without a size it is not known yet what a move offers.
  const isKnown = serviceType !== undefined && (serviceType !== 'mini_move' || tier !== undefined);
  if (isKnown) {
    const offered = offeredPickupTimes(business, { serviceType, tier });
    if (!offered.some((one) => one.pickupTime === pickupTime)) {
      errors.wrong('pickup_time', NOT_OFFERED);
    }
  }
  if (pickupTime !== 'morning_specific') return { pickup_time: pickupTime };
  const isHour = PICKUP_HOURS.some((one) => one === hour);
  const message = `Please choose an hour that begins at ${PICKUP_HOURS.join(', ')} AM.`;
  if (hour === undefined) errors.missing('pickup_hour', message);
  else if (!isHour) errors.wrong('pickup_hour', message);
  return { pickup_time: pickupTime, ...(hour !== undefined && isHour && { pickup_hour: hour }) };
}

function checkAddresses(
  business: Business,
  order: BookingOrder,
  errors: OrderErrors,
): BookingOrder {
  const { service_type, transfer_direction: direction } = order;
  const airportSide =
    service_type !== 'blade_transfer' || direction === undefined
      ? undefined
      : direction === 'to_airport'
        ? 'delivery_address'
        : 'pickup_address';
  const isOneUnknown = service_type === 'blade_transfer' && direction === undefined;
  const checked: BookingOrder = {};
  for (const field of ['pickup_address', 'delivery_address'] as const) {
    const address = order[field];
    if (field === airportSide) {
      if (address !== undefined) {
        errors.wrong(field, 'This end is the airport; please leave its address out.');
      }
    } else if (address !== undefined || !isOneUnknown) {
      checked[field] = checkAddress(business, address ?? {}, { field, errors });
    }
  }
  return checked;
}
