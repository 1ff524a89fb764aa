import type { Booking } from '@deskbell/protocol';

/** A status as people read it; `next` says what it means for them and what happens next. */
export interface StatusWords {
  chip: string;
  next: string;
}

/** The hyphens are ones at which no line is broken. */
const words: Record<Booking['status'], StatusWords> = {
  pending: {
    chip: 'Payment to follow',
    next: 'We have your booking. Next, we send the payment link to your e\u2011mail address.',
  },
  confirmed: {
    chip: 'Confirmed',
    next: 'Your pickup day is reserved. If you have not paid yet, the link is in our e\u2011mail.',
  },
  paid: {
    chip: 'Paid',
    next: 'Everything is settled. Please have your things ready for the driver on the pickup day.',
  },
  completed: { chip: 'Completed', next: 'Delivered. Thank you for traveling with us.' },
  cancelled: {
    chip: 'Canceled',
    next: 'Nobody will come for this one. Call us if you did not expect that.',
  },
};

/** Whether somebody is still to come for it. `today` is the business's, as are all its days. */
export const isUpcoming = (
  { status, pickup_date }: Pick<Booking, 'status' | 'pickup_date'>,
  today: string,
): boolean => status !== 'completed' && status !== 'cancelled' && pickup_date >= today;

export const statusWords = (
  booking: Pick<Booking, 'status' | 'pickup_date'>,
  today: string,
): StatusWords => {
  const { status } = booking;
  const said = words[status];
  const isOver = status === 'completed' || status === 'cancelled';
  if (isOver || isUpcoming(booking, today)) return said;
  return {
    chip: said.chip,
    next: 'The pickup day has passed. Please call us if anything is still open.',
  };
};
