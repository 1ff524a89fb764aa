import type { Claim } from './claim.ts';
import type { Known } from './create-grounds.ts';
import { readNamedDays } from './read-named-days.ts';

export function checkBooking(
  claim: Extract<Claim, { kind: 'booking' }>,
  { results, heardNumbers, now }: Known,
): boolean {
  const { bookings } = results;
  switch (claim.what) {
    case 'effect':
      return claim.isOfHandover && (results.hasHandover || results.hasAreaSurcharge !== undefined);
    case 'number':
      return (
        bookings.some(({ number }) => number === claim.number) || heardNumbers.has(claim.number)
      );
    case 'status': {
      const { status, isNot, numbers } = claim;
      const fits = (booking: (typeof bookings)[number]) => (booking.status === status) !== isNot;
      if (numbers.length > 0) {
        return numbers.every((number) =>
          bookings.some((one) => one.number === number && fits(one)),
        );
      }
      // Nothing is booked by the chat, so that "not confirmed yet" is so without a look.
      if (isNot && bookings.length === 0) return true;
      const days = readNamedDays(claim.text, now).flatMap((named) => named.days);
      return bookings.some((one) => fits(one) && (days.length === 0 || days.includes(one.day)));
    }
  }
}
