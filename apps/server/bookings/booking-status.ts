import type { BookingStatus } from './booking.ts';

/** What may become of a booking. A payment may come before anybody has confirmed. */
const NEXT: Record<BookingStatus, readonly BookingStatus[]> = {
  pending: ['confirmed', 'paid', 'cancelled'],
  confirmed: ['paid', 'cancelled'],
  paid: ['completed', 'cancelled'],
  completed: [],
  cancelled: [],
};

/** The statuses from which a booking may get this one. */
export function statusesBefore(status: BookingStatus): BookingStatus[] {
  const all = Object.keys(NEXT) as BookingStatus[];
  return all.filter((one) => NEXT[one].includes(status));
}

/** Why a booking cannot change that way, in one sentence. */
export function transitionRefusal(from: BookingStatus, to: BookingStatus): string {
  const next = NEXT[from];
  const possible =
    next.length === 0 ? 'which does not change any more' : `which can become ${next.join(' or ')}`;
  return `this booking is ${from}, ${possible}; it cannot become ${to}`;
}
