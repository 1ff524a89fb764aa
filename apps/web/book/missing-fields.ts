import type { BookingOptions } from '@deskbell/protocol';
import type { Session } from '../account/session.ts';
import { contactOf } from './contact.ts';
import type { Draft } from './draft.ts';
import type { AddressPart, AddressRole, FieldError, FieldName } from './fields.ts';
import { flightConflict } from './flight-conflict.ts';
import { askedAddresses, pickupTimeOf, tierOf } from './options.ts';
import type { StepName } from './steps.ts';
import { orderOf } from './to-order.ts';

export interface Entered {
  draft: Draft;
  options: BookingOptions;
  session: Session;
}

const missing = (field: FieldName, message: string): FieldError => ({ field, message });

const movePart = ({ draft, options }: Entered): FieldError[] =>
  tierOf(options, draft) === undefined
    ? [missing('package_type', 'Choose the size of your move.')]
    : [];

const deliveryPart = ({ draft, options }: Entered): FieldError[] => {
  const { standard_delivery_item_count: count, item_description } = orderOf(draft, options);
  // Words may name specialty items; whether they do is for the server to say.
  if (count === 0 && item_description !== undefined) return [];
  const limit = options.limits.max_pieces;
  return count === undefined || count < 1 || count > limit
    ? [
        missing(
          'standard_delivery_item_count',
          `Say how many items there are, from 1 to ${limit}, or choose a specialty item.`,
        ),
      ]
    : [];
};

const transferPart = ({ draft, options }: Entered): FieldError[] => {
  const { airports, minimum_bags } = options.airport_transfer;
  const { order } = draft;
  const errors: FieldError[] = [];
  if (order.transfer_direction === undefined) {
    errors.push(missing('transfer_direction', 'Choose the direction.'));
  }
  const airport = airports.find(({ code }) => code === order.blade_airport);
  if (airport === undefined) errors.push(missing('blade_airport', 'Choose the airport.'));
  else if (!airport.terminals.includes(order.blade_terminal ?? '')) {
    errors.push(missing('blade_terminal', `Choose your terminal at ${airport.code}.`));
  }
  const bags = order.blade_bag_count ?? 0;
  if (bags < minimum_bags || bags > options.limits.max_pieces) {
    errors.push(
      missing(
        'blade_bag_count',
        `Say how many bags there are, from ${minimum_bags} to ${options.limits.max_pieces}.`,
      ),
    );
  }
  if (!order.blade_flight_date) {
    errors.push(missing('blade_flight_date', 'Enter the date of your flight.'));
  }
  if (!order.blade_flight_time) {
    errors.push(missing('blade_flight_time', 'Enter the time of your flight.'));
  }
  return errors;
};

const datePart = ({ draft, options }: Entered): FieldError[] => {
  const { order } = draft;
  const errors: FieldError[] = [];
  if (!order.pickup_date) errors.push(missing('pickup_date', 'Choose a day.'));
  else {
    const conflict = flightConflict(draft, order.pickup_date);
    if (conflict !== undefined) errors.push(missing('pickup_date', conflict));
  }
  const time = pickupTimeOf(options, draft)?.pickup_time;
  if (time === undefined) errors.push(missing('pickup_time', 'Choose a time of day.'));
  const isHour = options.pickup_hours.some(({ hour }) => hour === order.pickup_hour);
  if (time === 'morning_specific' && !isHour) {
    errors.push(missing('pickup_hour', 'Choose the hour.'));
  }
  return errors;
};

/** They name the address: the summary on top of the form lists those of both. */
const addressSentence = (role: AddressRole, part: AddressPart): string => {
  const address = `${role} address`;
  switch (part) {
    case 'address_line_1':
      return `Enter the street and number of the ${address}.`;
    case 'city':
      return `Enter the city of the ${address}.`;
    case 'state':
      return `Choose the state of the ${address}.`;
    case 'zip_code':
      return `Enter the ZIP code of the ${address}: five digits, such as 10001.`;
  }
};

const addressesPart = ({ draft }: Entered): FieldError[] =>
  askedAddresses(draft).flatMap((role) => {
    const address = draft.order[`${role}_address`] ?? {};
    const parts: AddressPart[] = ['address_line_1', 'city', 'state', 'zip_code'];
    return parts
      .filter((part) => {
        const text = address[part]?.trim() ?? '';
        return part === 'zip_code' ? !/^\d{5}(?:-\d{4})?$/.test(text) : text === '';
      })
      .map((part) => missing(`${role}_address.${part}`, addressSentence(role, part)));
  });

/** No number that anybody can be called at has fewer. */
const LEAST_PHONE_DIGITS = 7;

const looksLikeEmail = (text: string): boolean => /.@[^@\s]+\.[^@\s]+$/.test(text);

const digitCount = (text: string): number => text.match(/\p{Nd}/gu)?.length ?? 0;

const contactPart = ({ draft, session }: Entered): FieldError[] => {
  const { name, email, phone } = contactOf(draft, session);
  const errors: FieldError[] = [];
  if (name === '') errors.push(missing('name', 'Enter your name.'));
  // An account's own address is no field of this form.
  if (session.kind !== 'signed_in' && !looksLikeEmail(email)) {
    errors.push(missing('email', 'Enter your e-mail address, such as name@example.com.'));
  }
  if (phone === '') {
    errors.push(missing('phone', 'Enter a telephone number, for the day of the pickup.'));
  } else if (digitCount(phone) < LEAST_PHONE_DIGITS) {
    errors.push(
      missing('phone', `Enter a telephone number of at least ${LEAST_PHONE_DIGITS} digits.`),
    );
  }
  return errors;
};

/**
 * What a step still needs, in the order of its form. Only what is certain is checked here (what is
 * there and what is countable); everything else is the server's to say.
 */
export const missingFields = (step: StepName, entered: Entered): FieldError[] => {
  const { service_type } = entered.draft.order;
  switch (step) {
    case 'service':
      return service_type === undefined ? [missing('service_type', 'Choose a service.')] : [];
    case 'details':
      if (service_type === 'mini_move') return movePart(entered);
      return service_type === 'blade_transfer' ? transferPart(entered) : deliveryPart(entered);
    case 'date':
      return datePart(entered);
    case 'addresses':
      return addressesPart(entered);
    case 'contact':
      return contactPart(entered);
    case 'review':
      return [];
  }
};
