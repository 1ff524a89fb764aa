import type { Transaction } from 'kysely';
import type { ServiceType } from './booking.ts';
import type { BookingRow } from './booking-store.ts';
import type { BookingTables } from './tables.ts';

/**
 * What else belongs to a new booking. Runs in the transaction that makes it, once, and not for a
 * repeated request; when it rejects, nothing is booked.
 */
export type WithNewBooking = (
  booking: BookingRow,
  transaction: Transaction<BookingTables>,
) => Promise<void>;

/** Told of every booking that this process made, once it is committed. Must not throw. */
export interface BookingObserver {
  onBookingMade(booking: { serviceType: ServiceType }): void;
}
