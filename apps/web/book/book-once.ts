import type { Booking, BookingPrice, NewBooking } from '@deskbell/protocol';
import type { Answer, BookingApi } from './api.ts';
import type { BookingAttempt } from './draft.ts';
import type { FieldError } from './fields.ts';
import { UNREACHABLE } from './live-price.ts';

export type BookingOutcome =
  | { kind: 'booked'; booking: Booking; isEarlierOrder: boolean }
  | { kind: 'price-changed'; price: BookingPrice }
  | { kind: 'wrong-fields'; errors: readonly FieldError[] }
  /** A copy of this page has booked it, at another price or for somebody else: the key is spent. */
  | { kind: 'booked-elsewhere' }
  /** Not booked, or not known whether: the same attempt may be sent again. */
  | { kind: 'failed'; message: string; isKnown: boolean };

/** Refused before the server looked whether an earlier try had been booked. */
const LOOKED_AT_NOTHING = new Set(['not_signed_in', 'rate_limited', 'cross_site']);

/** Whether the server has decided, so that a new try may be a new booking. */
const isDecided = (answer: Answer<Booking>, { isRetry }: { isRetry: boolean }): boolean => {
  if (answer.kind === 'ok') return true;
  if (answer.kind !== 'refused' || answer.status >= 500) return false;
  return !isRetry || !LOOKED_AT_NOTHING.has(answer.code);
};

/**
 * Sends a booking so that it is made at most once. `unfinished` is an attempt whose outcome is not
 * known: its key is used again, and when the server says that this key belongs to another order,
 * that order was booked, and is what the customer gets to see. `keep` stores the attempt before it
 * is sent, and null once the outcome is known.
 */
export const bookOnce = async (options: {
  api: Pick<BookingApi, 'book'>;
  body: NewBooking;
  unfinished: BookingAttempt | null;
  /** Of a new attempt. Copies of the page have the same one. */
  key: string;
  keep: (attempt: BookingAttempt | null) => void;
}): Promise<BookingOutcome> => {
  const { api, body, unfinished, key, keep } = options;
  const attempt = unfinished ?? { key, body };
  keep(attempt);
  const answer = await api.book(body, attempt.key);
  if (answer.kind === 'refused' && answer.code === 'idempotency_mismatch') {
    if (unfinished === null) {
      keep(null);
      return { kind: 'booked-elsewhere' };
    }
    const earlier = await api.book(attempt.body, attempt.key);
    if (earlier.kind === 'ok') {
      keep(null);
      return { kind: 'booked', booking: earlier.value, isEarlierOrder: true };
    }
    const message = earlier.kind === 'refused' ? earlier.message : UNREACHABLE;
    return { kind: 'failed', message, isKnown: false };
  }
  if (isDecided(answer, { isRetry: unfinished !== null })) keep(null);
  switch (answer.kind) {
    case 'ok':
      return { kind: 'booked', booking: answer.value, isEarlierOrder: false };
    case 'refused': {
      const { errors, message, price, status } = answer;
      if (price !== undefined) return { kind: 'price-changed', price };
      if (errors.length > 0) return { kind: 'wrong-fields', errors };
      return { kind: 'failed', message, isKnown: status < 500 };
    }
    default:
      return { kind: 'failed', message: UNREACHABLE, isKnown: false };
  }
};
