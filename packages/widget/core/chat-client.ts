import type { ChatEvent, ChatRequest, Thread } from '@deskbell/protocol';
import { type Connectivity, untilOnline } from './connectivity.ts';
import { type Refusal, readRefusal } from './problem.ts';
import { readEventStream } from './read-event-stream.ts';
import { parseEventId, parseWireEvent } from './wire-event.ts';

/** What a turn's stream tells its owner. Each event is reported once, however often the line breaks. */
export type TurnNews =
  | { type: 'named'; turnId: string }
  | { type: 'event'; sequence: number | null; event: ChatEvent }
  | { type: 'reconnecting' };

/**
 * How following a turn ended.
 * - `ended`: its `done` or `error` was reported.
 * - `refused`: the server said no, in a problem document; there is no turn.
 * - `unreachable`: nothing was ever heard; repeating the request under the same key is safe.
 * - `lost`: the turn is known but could not be reached again in the allowed tries.
 * - `expired`: the server no longer replays this turn; its thread has the outcome.
 * - `left`: the signal was aborted. The turn itself runs on.
 */
export type TurnOutcome =
  | { type: 'ended' | 'unreachable' | 'lost' | 'expired' | 'left' }
  | { type: 'refused'; refusal: Refusal };

export type ThreadAnswer =
  | { type: 'loaded'; thread: Thread }
  | { type: 'gone' | 'unreachable' | 'left' };

export type ChatClient = {
  /** Sends a message and follows its turn to the end. Never rejects. */
  send(options: {
    request: ChatRequest;
    idempotencyKey: string;
    signal: AbortSignal;
    onNews: (news: TurnNews) => void;
  }): Promise<TurnOutcome>;
  /** Follows a known turn from the event after `after` (0: from the start). Never rejects. */
  resume(options: {
    turnId: string;
    after: number;
    signal: AbortSignal;
    onNews: (news: TurnNews) => void;
  }): Promise<TurnOutcome>;
  /** Asks the server to end a turn. True when it was accepted or had already ended. Never rejects. */
  stop(turnId: string, signal: AbortSignal): Promise<boolean>;
  /** Never rejects. */
  loadThread(threadId: string, signal: AbortSignal): Promise<ThreadAnswer>;
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

type Attempt = { type: 'broken'; mayRetry: boolean } | TurnOutcome;

const wait = (delayMs: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const finish = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, delayMs);
    signal.addEventListener('abort', finish);
  });

export const createChatClient = (options: ChatClientOptions): ChatClient => {
  const {
    connectivity,
    clock = () => new Date(),
    retryDelaysMs = [500, 1500, 4000],
    idleTimeoutMs = 40_000,
  } = options;
  const fetchOnce = options.fetch ?? fetch.bind(globalThis);
  const base = `${options.endpoint ?? ''}/api/assistant`;

  const follow = async (turn: {
    turnId: string | null;
    after: number;
    signal: AbortSignal;
    onNews: (news: TurnNews) => void;
    open: (signal: AbortSignal) => Promise<Response>;
  }): Promise<TurnOutcome> => {
    const { signal, onNews, open } = turn;
    let { turnId, after } = turn;
    let failures = 0;
    let refusal: Refusal | null = null;

    const name = (id: string) => {
      if (turnId !== null) return;
      turnId = id;
      onNews({ type: 'named', turnId });
    };

    const attempt = async (): Promise<Attempt> => {
      let response: Response;
      const isResume = turnId !== null;
      try {
        response =
          turnId === null
            ? await open(signal)
            : await fetchOnce(`${base}/chat/${encodeURIComponent(turnId)}/`, {
                headers: {
                  accept: 'text/event-stream',
                  ...(after > 0 && { 'last-event-id': `${turnId}:${after}` }),
                },
                credentials: 'include',
                cache: 'no-store',
                signal,
              });
      } catch {
        return { type: 'broken', mayRetry: true };
      }
      if (!response.ok) {
        if (isResume && response.status === 404) {
          response.body?.cancel().catch(() => {});
          return { type: 'expired' };
        }
        refusal = await readRefusal(response, clock());
        // The key makes a repeat safe when a proxy answered for a server that may have accepted.
        if (isResume || response.status >= 500) return { type: 'broken', mayRetry: true };
        return { type: 'refused', refusal };
      }
      refusal = null;
      const announced = response.headers.get('x-turn-id');
      if (announced) name(announced);
      if (response.body === null) return { type: 'broken', mayRetry: true };

      let hasEnded = false;
      await readEventStream({
        body: response.body,
        idleTimeoutMs,
        signal,
        onEvent: (message) => {
          if (signal.aborted) return false;
          const id = parseEventId(message.id);
          if (id !== undefined) {
            name(id.turnId);
            if (id.turnId !== turnId || id.sequence <= after) return true;
            after = id.sequence;
          }
          failures = 0;
          const event = parseWireEvent(message.event, message.data);
          if (event === undefined) return true;
          onNews({ type: 'event', sequence: id?.sequence ?? null, event });
          hasEnded = event.event === 'done' || event.event === 'error';
          return !hasEnded;
        },
      });
      return hasEnded ? { type: 'ended' } : { type: 'broken', mayRetry: true };
    };

    for (;;) {
      const result = await attempt();
      if (signal.aborted && result.type !== 'ended') return { type: 'left' };
      if (result.type !== 'broken') return result;
      if (failures >= retryDelaysMs.length) {
        if (turnId !== null) return { type: 'lost' };
        return refusal ? { type: 'refused', refusal } : { type: 'unreachable' };
      }
      onNews({ type: 'reconnecting' });
      await untilOnline(connectivity, signal);
      await wait(retryDelaysMs[failures] ?? 0, signal);
      if (signal.aborted) return { type: 'left' };
      failures += 1;
    }
  };

  return {
    send: ({ request, idempotencyKey, signal, onNews }) =>
      follow({
        turnId: null,
        after: 0,
        signal,
        onNews,
        open: (openSignal) =>
          fetchOnce(`${base}/chat/`, {
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              accept: 'text/event-stream',
              'idempotency-key': idempotencyKey,
            },
            body: JSON.stringify(request),
            credentials: 'include',
            cache: 'no-store',
            signal: openSignal,
          }),
      }),

    resume: ({ turnId, after, signal, onNews }) =>
      follow({
        turnId,
        after,
        signal,
        onNews,
        open: () => Promise.reject(new Error('A known turn is resumed, never sent again.')),
      }),

    stop: async (turnId, signal) => {
      for (const delayMs of [0, ...retryDelaysMs]) {
        if (delayMs > 0) await wait(delayMs, signal);
        if (signal.aborted) return false;
        try {
          const response = await fetchOnce(`${base}/chat/${encodeURIComponent(turnId)}/stop/`, {
            method: 'POST',
            credentials: 'include',
            signal,
          });
          response.body?.cancel().catch(() => {});
          if (response.status < 500) return true;
        } catch {
          // The next round tries again.
        }
      }
      return false;
    },

    loadThread: async (threadId, signal) => {
      try {
        const response = await fetchOnce(`${base}/threads/${encodeURIComponent(threadId)}/`, {
          headers: { accept: 'application/json' },
          credentials: 'include',
          cache: 'no-store',
          signal,
        });
        if (!response.ok) {
          response.body?.cancel().catch(() => {});
          return {
            type: response.status < 500 && response.status !== 429 ? 'gone' : 'unreachable',
          };
        }
        return { type: 'loaded', thread: (await response.json()) as Thread };
      } catch {
        return { type: signal.aborted ? 'left' : 'unreachable' };
      }
    },
  };
};
