import type { Booking, BookingOptions } from '@deskbell/protocol';
import {
  detailLines,
  routeOf,
  serviceInWords,
  timeWindowInWords,
} from '../dashboard/booking-words.ts';
import type { Fact } from './order-in-words.ts';

/** What is left to show of a booking that was made. */
export interface Receipt {
  number: string;
  totalCents: number;
  pickupDate: string;
  /** What was booked, without anything that says by whom or where to. */
  facts: readonly Fact[];
  /** Addresses and the customer's own words. None after a reload. */
  personalFacts: readonly Fact[];
  /** '' after a reload. */
  email: string;
  /** It was made by a try before the last edits, which are not in it. */
  isEarlierOrder: boolean;
}

const PERSONAL = new Set(['What', 'Instructions']);

/** Of a booking as the server has it, which the form may have left behind by now. */
export const receiptOf = (
  booking: Booking,
  context: { options: BookingOptions; email: string; isEarlierOrder: boolean },
): Receipt => {
  const { options, email, isEarlierOrder } = context;
  const { from, to } = routeOf(booking);
  const details = detailLines(booking).map(({ label, value }) => ({ term: label, text: value }));
  return {
    number: booking.number,
    totalCents: booking.price.total_cents,
    pickupDate: booking.pickup_date,
    facts: [
      { term: 'Service', text: serviceInWords(booking, namesOf(options)) },
      { term: 'Pickup', text: timeWindowInWords(booking, usualHours(options)) },
      ...details.filter(({ term }) => !PERSONAL.has(term)),
    ],
    personalFacts: [
      { term: 'From', text: from.join(', ') },
      { term: 'To', text: to.join(', ') },
      ...details.filter(({ term }) => PERSONAL.has(term)),
    ],
    email,
    isEarlierOrder,
  };
};

/** What the browser may keep of it as long as the tab: nothing of who booked. */
export const withoutPerson = (receipt: Receipt): Receipt => ({
  ...receipt,
  email: '',
  personalFacts: [],
});

const usualHours = ({ pickup_times }: BookingOptions): string =>
  pickup_times.find(({ pickup_time }) => pickup_time === 'morning')?.sentence ?? 'in the morning';

const namesOf = ({ services, tiers }: BookingOptions) => ({
  services: Object.fromEntries(
    services.map(({ service_type, label }) => [service_type, label]),
  ) as Record<Booking['service_type'], string>,
  tiers: Object.fromEntries(tiers.map(({ tier, name }) => [tier, name])),
});

const isFacts = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every((one) => typeof one?.term === 'string' && typeof one.text === 'string');

export const isReceipt = (value: unknown): value is Receipt =>
  typeof value === 'object' &&
  value !== null &&
  'number' in value &&
  typeof value.number === 'string' &&
  'totalCents' in value &&
  typeof value.totalCents === 'number' &&
  'pickupDate' in value &&
  typeof value.pickupDate === 'string' &&
  'facts' in value &&
  isFacts(value.facts) &&
  'personalFacts' in value &&
  isFacts(value.personalFacts) &&
  'email' in value &&
  typeof value.email === 'string';
