import type { Booking } from '@deskbell/protocol';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { readSession, type Session, sessionEnded } from '../account/session.ts';
import { readBookings } from './bookings-client.ts';

export type BookingsState =
  | { kind: 'loading' }
  | { kind: 'failed' }
  /** `isFirst`: the page was opened without anybody signed in. */
  | { kind: 'signed_out'; isFirst: boolean }
  | {
      kind: 'loaded';
      session: Session;
      bookings: readonly Booking[];
      cursor: string | null;
      more: 'idle' | 'loading' | 'failed';
    };

export interface Bookings {
  state: BookingsState;
  /** Reads everything anew. */
  reload(): void;
  /** Reads the next page, unless one is being read. */
  loadMore(): void;
  /** Another part of the page learned that nobody is signed in any more. */
  end(): void;
}

/** The signed-in customer's bookings. What is still being read is given up with the component. */
export const useBookings = (): Bookings => {
  const [state, setState] = useState<BookingsState>({ kind: 'loading' });
  const reading = useRef<AbortController | null>(null);

  const end = useCallback(() => {
    reading.current?.abort();
    sessionEnded({ isByChoice: false });
    setState({ kind: 'signed_out', isFirst: false });
  }, []);

  /** Gives up what was being read before; `read` rejects only once it is itself given up. */
  const start = useCallback((read: (signal: AbortSignal) => Promise<void>) => {
    reading.current?.abort();
    const controller = new AbortController();
    reading.current = controller;
    read(controller.signal).catch((error: unknown) => {
      if (!controller.signal.aborted) throw error;
    });
  }, []);

  const reload = useCallback(() => {
    setState({ kind: 'loading' });
    start(async (signal) => {
      const [outcome, session] = await Promise.all([
        readBookings(null, signal),
        readSession(signal),
      ]);
      if (signal.aborted) return;
      if (outcome.kind === 'failed') setState({ kind: 'failed' });
      else if (outcome.kind === 'signed_out') {
        sessionEnded({ isByChoice: false });
        setState({ kind: 'signed_out', isFirst: true });
      } else {
        const { bookings, next_cursor: cursor } = outcome.page;
        setState({ kind: 'loaded', session, bookings, cursor, more: 'idle' });
      }
    });
  }, [start]);

  const loadMore = useCallback(() => {
    if (state.kind !== 'loaded' || state.more === 'loading' || state.cursor === null) return;
    const { bookings, cursor } = state;
    setState({ ...state, more: 'loading' });
    start(async (signal) => {
      const outcome = await readBookings(cursor, signal);
      if (signal.aborted) return;
      if (outcome.kind === 'signed_out') end();
      else if (outcome.kind === 'failed') setState({ ...state, more: 'failed' });
      else {
        // A booking made meanwhile moves the others along; none is shown twice.
        const shown = new Set(bookings.map(({ number }) => number));
        const added = outcome.page.bookings.filter(({ number }) => !shown.has(number));
        const { next_cursor } = outcome.page;
        setState({
          ...state,
          bookings: [...bookings, ...added],
          cursor: next_cursor,
          more: 'idle',
        });
      }
    });
  }, [state, start, end]);

  useEffect(() => {
    reload();
    return () => reading.current?.abort();
  }, [reload]);

  return { state, reload, loadMore, end };
};
