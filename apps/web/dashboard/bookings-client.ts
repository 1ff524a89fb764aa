import type { BookingPage } from '@deskbell/protocol';

export type BookingsOutcome =
  | { kind: 'page'; page: BookingPage }
  /** Nobody is signed in, or no longer. */
  | { kind: 'signed_out' }
  | { kind: 'failed' };

/** As many as the server gives at once: what is to come is hardly ever behind "Load more". */
const PAGE_SIZE = 100;

/**
 * One page of the signed-in customer's own bookings, the newest first; `cursor` is the page
 * before's. Rejects only when `signal` was aborted.
 */
export const readBookings = async (
  cursor: string | null,
  signal: AbortSignal,
): Promise<BookingsOutcome> => {
  try {
    const query = new URLSearchParams({
      limit: String(PAGE_SIZE),
      ...(cursor === null ? {} : { cursor }),
    });
    const response = await fetch(`/api/bookings?${query}`, {
      headers: { accept: 'application/json' },
      credentials: 'same-origin',
      cache: 'no-store',
      signal,
    });
    if (response.status === 401) return { kind: 'signed_out' };
    if (!response.ok) return { kind: 'failed' };
    return { kind: 'page', page: (await response.json()) as BookingPage };
  } catch (error) {
    if (signal.aborted) throw error;
    return { kind: 'failed' };
  }
};
