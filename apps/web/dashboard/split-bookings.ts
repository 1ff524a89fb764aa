import type { Booking } from '@deskbell/protocol';
import { isUpcoming } from './booking-status.ts';

/** The next pickup first among those to come, the latest first among the rest. */
export const splitBookings = (
  bookings: readonly Booking[],
  today: string,
): { upcoming: Booking[]; past: Booking[] } => {
  const byDay = (a: Booking, b: Booking) => (a.pickup_date < b.pickup_date ? -1 : 1);
  const sorted = bookings.toSorted((a, b) => (a.pickup_date === b.pickup_date ? 0 : byDay(a, b)));
  return {
    upcoming: sorted.filter((booking) => isUpcoming(booking, today)),
    past: sorted.filter((booking) => !isUpcoming(booking, today)).reverse(),
  };
};
