import type { BookingOrder } from '@deskbell/protocol';
import { type Business, contactOf } from './business.ts';
import { areaOf, readZipCode } from './check-coverage.ts';
import { characterCount, cleanLine } from './clean-text.ts';
import type { OrderErrors } from './order-errors.ts';
import { findState } from './order-values.ts';
import { MAX_ADDRESS_LINE_CHARACTERS, MAX_CITY_CHARACTERS } from './text-limits.ts';

type OrderAddress = NonNullable<BookingOrder['pickup_address']>;

/**
 * Checks one of an order's addresses, as far as it is known, and gives it with the state's code and
 * the ZIP code's five digits. `field` is its name in the order.
 */
export function checkAddress(
  business: Business,
  given: OrderAddress,
  { field, errors }: { field: 'pickup_address' | 'delivery_address'; errors: OrderErrors },
): OrderAddress {
  const line = checkLine(given.address_line_1, {
    field: `${field}.address_line_1`,
    name: 'the street and number',
    maxCharacters: MAX_ADDRESS_LINE_CHARACTERS,
    errors,
  });
  const city = checkLine(given.city, {
    field: `${field}.city`,
    name: 'the city',
    maxCharacters: MAX_CITY_CHARACTERS,
    errors,
  });
  const state = checkState(business, given.state, { field: `${field}.state`, errors });
  const zipCode = checkZipCode(business, given.zip_code, {
    field: `${field}.zip_code`,
    state,
    errors,
  });
  return {
    ...(line !== undefined && { address_line_1: line }),
    ...(city !== undefined && { city }),
    ...(state !== undefined && { state }),
    ...(zipCode !== undefined && { zip_code: zipCode }),
  };
}

function checkLine(
  text: string | undefined,
  options: { field: string; name: string; maxCharacters: number; errors: OrderErrors },
): string | undefined {
  const { field, name, maxCharacters, errors } = options;
  const line = cleanLine(text ?? '');
  if (line === '') {
    errors.missing(field, `Please give ${name}.`);
    return undefined;
  }
  if (characterCount(line) > maxCharacters) {
    errors.wrong(field, `Please shorten ${name} to ${maxCharacters} characters.`);
    return undefined;
  }
  return line;
}

function checkState(
  business: Business,
  text: string | undefined,
  { field, errors }: { field: string; errors: OrderErrors },
): string | undefined {
  const given = cleanLine(text ?? '');
  if (given === '') {
    errors.missing(field, 'Please choose the state.');
    return undefined;
  }
  const state = findState(business, given);
  if (state === undefined) {
    const codes = business.booking.states.map(({ code }) => code).join(', ');
    errors.wrong(field, `We serve ${codes}; for another state, ${contactOf(business)}.`);
  }
  return state?.code;
}

function checkZipCode(
  business: Business,
  text: string | undefined,
  { field, state, errors }: { field: string; state: string | undefined; errors: OrderErrors },
): string | undefined {
  const given = cleanLine(text ?? '');
  if (given === '') {
    errors.missing(field, 'Please give the ZIP code.');
    return undefined;
  }
  const zipCode = readZipCode(given);
  if (zipCode === undefined) {
    errors.wrong(field, 'A ZIP code has five digits, such as 10001.');
    return undefined;
  }
  const area = areaOf(business, zipCode);
  if (area === undefined) {
    errors.wrong(
      field,
      `ZIP code ${zipCode} is outside our service area; for a custom quote, ${contactOf(business)}.`,
    );
    return undefined;
  }
  if (state !== undefined && area.state !== state) {
    errors.wrong(field, `ZIP code ${zipCode} is in ${area.state}, not in ${state}.`);
    return undefined;
  }
  return zipCode;
}
