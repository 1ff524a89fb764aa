import {
  type BookingContact,
  type BookingOrder,
  bookingOrderSchema,
  newBookingSchema,
} from '@deskbell/protocol';
import { z } from 'zod';
import type { BusinessTime } from './booking-dates.ts';
import type { Business } from './business.ts';
import { checkContact } from './check-contact.ts';
import { checkOrder } from './check-order.ts';
import type { OrderError } from './order-errors.ts';
import { readFields } from './read-fields.ts';

/** As `newBookingSchema`, with everything still to be asked for. */
const partialBookingSchema = z.strictObject({
  order: bookingOrderSchema.optional(),
  contact: z
    .strictObject({
      name: z.string().optional(),
      email: z.string().optional(),
      phone: z.string().optional(),
    })
    .optional(),
  expected_total_cents: z.int().optional(),
  as: newBookingSchema.shape.as,
});

/** What bears on the price, and has to be right before there is one. */
const PRICE_FIELDS = new Set([
  'service_type',
  'package_type',
  'standard_delivery_item_count',
  'item_description',
  'blade_bag_count',
  'pickup_date',
  'pickup_time',
  'pickup_hour',
  'pickup_address',
  'pickup_address.zip_code',
  'delivery_address',
  'delivery_address.zip_code',
]);
/** Without which there is none. */
const NEEDED_FIELDS = new Set([
  'service_type',
  'package_type',
  'standard_delivery_item_count',
  'blade_bag_count',
]);

export interface BookingRequest {
  order: BookingOrder;
  contact: BookingContact;
  expectedTotalCents: number;
  /** All that is wrong with it; with any the rest must not be used. */
  errors: OrderError[];
}

/** Reads the body of a booking; undefined when it is no JSON object. */
export function readBookingRequest(
  business: Business,
  body: unknown,
  time: BusinessTime,
): BookingRequest | undefined {
  const fields = readFields(partialBookingSchema, body, (path) => path.replace(/^order\./, ''));
  if (fields === undefined) return undefined;
  const { order, contact, expected_total_cents } = fields.value;
  const checkedOrder = checkOrder(business, order ?? {}, time);
  const checkedContact = checkContact(contact ?? {});
  const errors = merge(fields.errors, [...checkedOrder.errors, ...checkedContact.errors]);
  const isTotalNamed = errors.some(({ field }) => field === 'expected_total_cents');
  if (expected_total_cents === undefined && !isTotalNamed) {
    const message = 'expected_total_cents must be the total that the customer was shown';
    errors.push({ field: 'expected_total_cents', message, isMissing: true });
  }
  return {
    order: checkedOrder.order,
    contact: checkedContact.contact,
    expectedTotalCents: expected_total_cents ?? 0,
    errors,
  };
}

/**
 * Reads an order that is to be priced: wrong is only what keeps it from having a price. Undefined
 * when it is no JSON object.
 */
export function readOrderToPrice(
  business: Business,
  body: unknown,
  time: BusinessTime,
): { order: BookingOrder; errors: OrderError[] } | undefined {
  const fields = readFields(bookingOrderSchema, body);
  if (fields === undefined) return undefined;
  const { order, errors } = checkOrder(business, fields.value, time);
  const ofPrice = errors.filter(
    ({ field, isMissing }) => PRICE_FIELDS.has(field) && (!isMissing || NEEDED_FIELDS.has(field)),
  );
  return { order, errors: merge(fields.errors, ofPrice) };
}

/** A field that is not even of the right kind is not also said to be missing. */
function merge(shape: readonly OrderError[], rules: readonly OrderError[]): OrderError[] {
  const isSaid = ({ field }: OrderError) =>
    shape.some((one) => one.field === field || field.startsWith(`${one.field}.`));
  return [...shape, ...rules.filter((error) => !isSaid(error))];
}
