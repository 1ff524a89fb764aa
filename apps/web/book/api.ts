import type {
  Availability,
  Booking,
  BookingOrder,
  BookingPrice,
  ClaimedHandoff,
  NewBooking,
  Problem,
} from '@deskbell/protocol';
import { type FieldError, isFieldName } from './fields.ts';

/** Longer than the server's own deadlines: past it nothing more is to be heard. */
const TIMEOUT_MS = 20_000;

/** What the server said no with. */
export interface Refusal {
  kind: 'refused';
  status: number;
  code: string;
  /** A sentence for the customer. */
  message: string;
  errors: readonly FieldError[];
  /** With `price_changed`: what it costs now. */
  price: BookingPrice | undefined;
}

/**
 * `lost`: no answer came, or none that can be read; what was asked for may have happened or not.
 * `aborted`: whoever asked has given up waiting.
 */
export type Answer<Value> = { kind: 'ok'; value: Value } | Refusal | { kind: 'lost' | 'aborted' };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The server names the contact's fields with its part of the request; here all is one form. */
const fieldErrorsOf = (value: unknown): FieldError[] =>
  (Array.isArray(value) ? value : []).flatMap((error) => {
    if (!isObject(error) || typeof error.field !== 'string') return [];
    const field = error.field.replace(/^contact\./, '');
    return isFieldName(field) && typeof error.message === 'string'
      ? [{ field, message: error.message }]
      : [];
  });

/** Most details are sentences; those written for programs too lack the capital and the full stop. */
const sentence = (text: string): string => {
  const begun = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
};

const refusalOf = async (response: Response): Promise<Refusal> => {
  const body: unknown = await response.json().catch(() => null);
  const problem = (isObject(body) ? body : {}) as Partial<Problem> & Record<string, unknown>;
  return {
    kind: 'refused',
    status: response.status,
    code: problem.code ?? '',
    message: sentence(problem.detail ?? 'something went wrong on our side, please try again'),
    errors: fieldErrorsOf(problem.errors),
    price: isObject(problem.price) ? (problem.price as unknown as BookingPrice) : undefined,
  };
};

interface Question {
  method?: 'GET' | 'POST';
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
}

/** Never rejects. */
const ask = async <Value>(path: string, question: Question = {}): Promise<Answer<Value>> => {
  const { method = 'GET', body, headers = {}, signal } = question;
  const deadline = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(path, {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      credentials: 'same-origin',
      cache: 'no-store',
      signal: signal === undefined ? deadline : AbortSignal.any([signal, deadline]),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) return await refusalOf(response);
    return { kind: 'ok', value: (await response.json()) as Value };
  } catch {
    return { kind: signal?.aborted === true ? 'aborted' : 'lost' };
  }
};

export interface BookingApi {
  estimate(order: BookingOrder, signal?: AbortSignal): Promise<Answer<BookingPrice>>;
  /** Of so many days from `start` on, or from the business's today. */
  availability(question: {
    start?: string;
    days: number;
    signal?: AbortSignal;
  }): Promise<Answer<Availability>>;
  /** With the same key and body it answers with the same booking, however often it is asked. */
  book(body: NewBooking, key: string): Promise<Answer<Booking>>;
  claimHandoff(handoffId: string, claimKey: string): Promise<Answer<ClaimedHandoff>>;
}

export const createBookingApi = (): BookingApi => ({
  estimate: (order, signal) =>
    ask('/api/bookings/estimate', { method: 'POST', body: order, signal }),
  availability: ({ start, days, signal }) =>
    ask(`/api/bookings/availability?days=${days}${start === undefined ? '' : `&start=${start}`}`, {
      signal,
    }),
  book: (body, key) =>
    ask('/api/bookings', { method: 'POST', body, headers: { 'idempotency-key': key } }),
  claimHandoff: (handoffId, claimKey) =>
    ask(`/api/assistant/handoffs/${encodeURIComponent(handoffId)}/claim/`, {
      method: 'POST',
      body: { claim_key: claimKey },
    }),
});
