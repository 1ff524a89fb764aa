import {
  type BookingContact,
  MAX_CONTACT_EMAIL_CHARACTERS,
  MAX_CONTACT_NAME_CHARACTERS,
} from '@deskbell/protocol';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { z } from 'zod';
import { characterCount, cleanLine } from './clean-text.ts';
import { createOrderErrors, type OrderError, type OrderErrors } from './order-errors.ts';

const emailSchema = z.email();

/**
 * Checks whom a booking is for. The phone number comes out as E.164; one without a country code is
 * American. Error fields begin with `contact.`.
 */
export function checkContact(
  given: {
    [Field in keyof BookingContact]?: string | undefined;
  },
): {
  contact: BookingContact;
  errors: readonly OrderError[];
} {
  const errors = createOrderErrors();
  return {
    contact: {
      name: checkName(cleanLine(given.name ?? ''), errors),
      email: checkEmail(cleanLine(given.email ?? ''), errors),
      phone: checkPhone(cleanLine(given.phone ?? ''), errors),
    },
    errors: errors.all,
  };
}

function checkName(name: string, errors: OrderErrors): string {
  if (name === '') errors.missing('contact.name', 'Please give a name.');
  else if (characterCount(name) > MAX_CONTACT_NAME_CHARACTERS) {
    errors.wrong(
      'contact.name',
      `Please shorten the name to ${MAX_CONTACT_NAME_CHARACTERS} characters.`,
    );
  }
  return name;
}

function checkEmail(email: string, errors: OrderErrors): string {
  if (email === '') errors.missing('contact.email', 'Please give an e-mail address.');
  else if (email.length > MAX_CONTACT_EMAIL_CHARACTERS || !emailSchema.safeParse(email).success) {
    errors.wrong('contact.email', 'This is no e-mail address; one looks like name@example.com.');
  }
  return email;
}

function checkPhone(phone: string, errors: OrderErrors): string {
  if (phone === '') {
    errors.missing('contact.phone', 'Please give a phone number.');
    return '';
  }
  const number = parsePhoneNumberFromString(phone, { defaultCountry: 'US', extract: false });
  if (number === undefined || !number.isValid()) {
    errors.wrong(
      'contact.phone',
      'This is no phone number; one looks like (631) 555-0123, or +44 20 7946 0018 abroad.',
    );
    return '';
  }
  if (number.ext !== undefined) {
    errors.wrong('contact.phone', 'Please give a number without an extension.');
  }
  return number.number;
}

/** As people at home write it, with the country code when it is not American. */
export function formatPhone(phone: string): string {
  const number = parsePhoneNumberFromString(phone, 'US');
  if (number === undefined) return phone;
  return number.countryCallingCode === '1' ? number.formatNational() : number.formatInternational();
}
