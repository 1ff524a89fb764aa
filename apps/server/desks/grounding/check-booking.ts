import type { Claim } from './claim.ts';
import type { Known } from './create-grounds.ts';
import { numbersIn } from './read-booking-claims.ts';
import { readNamedDays } from './read-named-days.ts';
import type { KnownBooking } from './read-results.ts';

const IS_ARRANGED = /\b(?:is|are) (?:\w+ )?(?:scheduled|booked|reserved)\b/i;
const IS_OF_ALL = /\ball (?:of )?(?:your|the|my) (?:bookings|orders|reservations)\b/i;

export function checkBooking(
  claim: Extract<Claim, { kind: 'booking' }>,
  { results, heardNumbers, now }: Known,
): boolean {
  const { bookings } = results;
  switch (claim.what) {
    case 'effect':
      if (IS_ARRANGED.test(claim.text) && isOfKnown(numbersIn(claim.text), bookings)) return true;
      return claim.isOfHandover && (results.hasHandover || results.hasAreaSurcharge !== undefined);
    case 'number':
      return (
        bookings.some(({ number }) => number === claim.number) || heardNumbers.has(claim.number)
      );
    case 'count':
      return claim.count <= bookings.length || [...results.counts.values()].includes(claim.count);
    case 'status': {
      const { status, isNot, numbers } = claim;
      const counted = results.counts.get(status);
      if (counted !== undefined && new RegExp(`\\b${counted}\\b`).test(claim.text)) return true;
      const fits = (booking: (typeof bookings)[number]) => (booking.status === status) !== isNot;
      if (numbers.length > 0) {
        return numbers.every((number) =>
          bookings.some((one) => one.number === number && fits(one)),
        );
      }
      // Nothing is booked by the chat, so that "not confirmed yet" is so without a look.
      if (isNot && bookings.length === 0) return true;
      const days = readNamedDays(claim.text, now).flatMap((named) => named.days);
      const meant = bookings.filter(
        ({ day }) => days.length === 0 || days.some((one) => one.slice(5) === day.slice(5)),
      );
      const ofService = meant.filter(({ service }) => isNamed(service, claim.text));
      if (IS_OF_ALL.test(claim.text)) return meant.length > 0 && meant.every(fits);
      return (ofService.length > 0 ? ofService : meant).some(fits);
    }
  }
}

const isNamed = (service: string, text: string): boolean =>
  service !== '' && text.toLowerCase().includes(service.toLowerCase());

/** A booking that is looked up and not cancelled is arranged. */
const isOfKnown = (numbers: readonly string[], bookings: readonly KnownBooking[]): boolean =>
  numbers.length > 0 &&
  numbers.every((number) =>
    bookings.some((one) => one.number === number && /^(?:confirmed|paid)$/.test(one.status)),
  );
