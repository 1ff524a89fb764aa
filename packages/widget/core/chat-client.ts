import type { ChatRequest, OpenedHandoff, Thread } from '@deskbell/protocol';
import type { HandoffFailure } from './chat-state.ts';
import { createConnection, dropBody } from './connection.ts';
import type { Connectivity } from './connectivity.ts';
import { followTurn, type TurnNews, type TurnOutcome } from './follow-turn.ts';
import { readRefusal } from './problem.ts';
import { wait } from './wait.ts';

export type ThreadAnswer =
  | { type: 'loaded'; thread: Thread }
  | { type: 'gone' | 'unreachable' | 'left' };

/** The card a customer wants to go on with: both are in the message that shows it. */
export type HandoffReference = { readonly turnId: string; readonly callId: string };

/** `bookingUrl` is absolute wherever the page is known, and always http or https. */
export type HandoffAnswer =
  | { readonly type: 'opened'; readonly bookingUrl: string }
  | { readonly type: HandoffFailure | 'left' };

/** The front desk's requests as values. Nothing here rejects; an aborted signal gives `left`. */
export type ChatClient = {
  /** Sends a message and follows its turn to the end. */
  send(options: {
    request: ChatRequest;
    idempotencyKey: string;
    signal: AbortSignal;
    onNews: (news: TurnNews) => void;
  }): Promise<TurnOutcome>;
  /** Follows a known turn from the event after `after` (0: from the start). */
  resume(options: {
    turnId: string;
    after: number;
    signal: AbortSignal;
    onNews: (news: TurnNews) => void;
  }): Promise<TurnOutcome>;
  /** Asks the server to end a turn. True when it was accepted or had already ended. */
  stop(turnId: string, signal: AbortSignal): Promise<boolean>;
  loadThread(threadId: string, signal: AbortSignal): Promise<ThreadAnswer>;
  /** Asks for the address of the booking wizard that this hand-over fills in. */
  openHandoff(reference: HandoffReference, signal: AbortSignal): Promise<HandoffAnswer>;
};

export type ChatClientOptions = {
  /** Where the server is: '' for the page's own origin, else e.g. `https://chat.example.com`. */
  endpoint?: string;
  fetch?: typeof fetch;
  connectivity: Connectivity;
  clock?: () => Date;
  /** Waits before the tries after a break, in milliseconds; its length is the number of tries. */
  retryDelaysMs?: readonly number[];
  /** A stream silent for this long is taken for dead. The server writes at least every 15 s. */
  idleTimeoutMs?: number;
};

export const createChatClient = (options: ChatClientOptions): ChatClient => {
  const {
    connectivity,
    clock = () => new Date(),
    retryDelaysMs = [500, 1500, 4000],
    idleTimeoutMs = 40_000,
  } = options;
  const connection = createConnection(
    options.endpoint ?? '',
    options.fetch ?? fetch.bind(globalThis),
  );
  const following = { connection, connectivity, clock, retryDelaysMs, idleTimeoutMs };

  return {
    send: ({ request, idempotencyKey, signal, onNews }) =>
      followTurn({
        ...following,
        signal,
        onNews,
        turn: {
          open: () =>
            connection.request('/chat/', {
              method: 'POST',
              headers: {
                'content-type': 'application/json',
                accept: 'text/event-stream',
                'idempotency-key': idempotencyKey,
              },
              body: JSON.stringify(request),
              signal,
            }),
        },
      }),

    resume: ({ turnId, after, signal, onNews }) =>
      followTurn({ ...following, signal, onNews, turn: { turnId, after } }),

    stop: async (turnId, signal) => {
      for (const delayMs of [0, ...retryDelaysMs]) {
        if (delayMs > 0) await wait(delayMs, signal);
        if (signal.aborted) return false;
        try {
          const path = `/chat/${encodeURIComponent(turnId)}/stop/`;
          const response = await connection.request(path, { method: 'POST', signal });
          dropBody(response);
          if (response.status < 500) return true;
        } catch {
          // The next round tries again.
        }
      }
      return false;
    },

    loadThread: async (threadId, signal) => {
      try {
        const response = await connection.request(`/threads/${encodeURIComponent(threadId)}/`, {
          signal,
        });
        if (!response.ok) {
          dropBody(response);
          return {
            type: response.status < 500 && response.status !== 429 ? 'gone' : 'unreachable',
          };
        }
        return { type: 'loaded', thread: (await response.json()) as Thread };
      } catch {
        return { type: signal.aborted ? 'left' : 'unreachable' };
      }
    },

    openHandoff: async ({ turnId, callId }, signal) => {
      try {
        const response = await connection.request('/handoffs/', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ turn_id: turnId, call_id: callId }),
          signal,
        });
        if (!response.ok) {
          const { status, code } = await readRefusal(response, clock());
          if (code === 'handoff_superseded') return { type: 'superseded' };
          return { type: status === 404 || status === 403 ? 'gone' : 'unreachable' };
        }
        const { booking_url } = (await response.json()) as Partial<OpenedHandoff>;
        const bookingUrl = typeof booking_url === 'string' ? connection.resolve(booking_url) : null;
        return bookingUrl === null ? { type: 'unreachable' } : { type: 'opened', bookingUrl };
      } catch {
        return { type: signal.aborted ? 'left' : 'unreachable' };
      }
    },
  };
};
