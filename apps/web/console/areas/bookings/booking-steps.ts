import type { StaffBooking } from '@deskbell/protocol';
import type { Tone } from '../../ui/badge.tsx';

export type BookingStatus = StaffBooking['status'];

/** What may become of a booking, the usual step first. The server refuses anything else. */
export const nextStatuses: Readonly<Record<BookingStatus, readonly BookingStatus[]>> = {
  pending: ['confirmed', 'paid', 'cancelled'],
  confirmed: ['paid', 'cancelled'],
  paid: ['completed', 'cancelled'],
  completed: [],
  cancelled: [],
};

/** What a button says that brings a booking there. */
export const stepWords: Readonly<Record<BookingStatus, string>> = {
  pending: 'Back to pending',
  confirmed: 'Confirm',
  paid: 'Mark as paid',
  completed: 'Mark as completed',
  cancelled: 'Cancel…',
};

export const statusTones: Readonly<Record<BookingStatus, Tone>> = {
  pending: 'warning',
  confirmed: 'busy',
  paid: 'good',
  completed: 'neutral',
  cancelled: 'neutral',
};

const adviceOf: Readonly<Record<BookingStatus, string>> = {
  pending:
    'Nothing has been paid. Check the day, send the payment link, and confirm the booking or mark it as paid.',
  confirmed: 'Nothing has been paid yet. Mark it as paid when the payment has come in.',
  paid: 'Everything is settled. Mark it as completed when it has been delivered.',
  completed: 'Delivered. Nothing is left to do.',
  cancelled: 'Nobody comes for this one. Nothing is left to do.',
};

/** What staff do next; `today` is the business's. */
export function adviceOn(
  { status, pickup_date }: Pick<StaffBooking, 'status' | 'pickup_date'>,
  today: string,
): string {
  const isOver = status === 'completed' || status === 'cancelled';
  if (isOver || pickup_date >= today) return adviceOf[status];
  return status === 'paid'
    ? 'The pickup day has passed. Mark it as completed if it was delivered.'
    : 'The pickup day has passed and nothing has been paid. Find out what became of it.';
}
