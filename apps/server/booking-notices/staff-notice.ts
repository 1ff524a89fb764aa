import type { Booking, BookingContact } from '@deskbell/protocol';
import type { Business } from '../bookings/business.ts';
import { formatDollars } from '../bookings/dollars.ts';
import { plainLineWithoutLinks } from '../operations/routing/plain-line.ts';
import { formatLongDate } from '../platform/calendar-date.ts';
import { pickupInWords, routeLines, serviceInWords } from './booking-in-words.ts';

const MOST_NAME = 120;

/** What staff are told of a new booking. The subject has no word of the customer's. */
export function staffNoticeOf({
  booking,
  contact,
  business,
  publicUrl,
}: {
  booking: Booking;
  contact: BookingContact;
  business: Business;
  publicUrl: string;
}): { subject: string; body: string } {
  const { number, service_type, pickup_date, special_instructions, price } = booking;
  const lines = [
    `A new booking was made on the website. It is pending until one of you confirms it.`,
    '',
    `Number: ${number}`,
    `Service: ${serviceInWords(booking, business)}`,
    `Pickup: ${pickupInWords(booking, business)}`,
    ...routeLines(booking, plainLineWithoutLinks),
    ...(special_instructions === null ? [] : ['With special instructions.']),
    '',
    `Name: ${plainLineWithoutLinks(contact.name, MOST_NAME)}`,
    `Phone: ${contact.phone}`,
    `E-mail: ${contact.email}`,
    '',
    `Total: ${formatDollars(price.total_cents)}. Nothing has been paid: send the payment link.`,
    '',
    'Everything about it, and its status:',
    new URL(`/staff/bookings?peek=booking:${booking.number}`, publicUrl).href,
  ];
  return {
    subject: `New booking ${number}: ${business[service_type].label} on ${formatLongDate(pickup_date)}`,
    body: lines.join('\n'),
  };
}
