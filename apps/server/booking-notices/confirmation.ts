import type { Booking, BookingContact } from '@deskbell/protocol';
import type { Business } from '../bookings/business.ts';
import { pickupInWords, priceLines, routeLines, serviceInWords } from './booking-in-words.ts';
import { addressWords, nameWords } from './customer-words.ts';

/**
 * The confirmation that a booking's customer gets. Anybody may have given any address: of what was
 * typed it has only the name and the addresses, so that nobody can send advertising with it.
 */
export function confirmationOf({
  booking,
  contact,
  business,
}: {
  booking: Booking;
  contact: BookingContact;
  business: Business;
}): { subject: string; body: string } {
  const { name: businessName, phone, email } = business.profile;
  const name = nameWords(contact.name);
  const lines = [
    name === '' ? 'Hello,' : `Hello ${name},`,
    '',
    `thank you for your booking. Its number is ${booking.number}.`,
    '',
    serviceInWords(booking, business),
    `Pickup: ${pickupInWords(booking, business)}`,
    ...routeLines(booking, addressWords),
    '',
    ...priceLines(booking),
    '',
    'Nothing has been charged. The payment link follows by e-mail.',
    '',
    `Is something wrong, or did you not book this? Please call ${phone} or e-mail ${email}.`,
    '',
    businessName,
  ];
  return { subject: `Your booking ${booking.number} at ${businessName}`, body: lines.join('\n') };
}
