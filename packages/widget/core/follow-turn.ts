import { type Connection, dropBody } from './connection.ts';
import type { Connectivity } from './connectivity.ts';
import { type Refusal, readRefusal } from './problem.ts';
import { readEventStream } from './read-event-stream.ts';
import { untilOnline, wait } from './wait.ts';
import { parseEventId, parseWireEvent, type WireEvent } from './wire-event.ts';

/** What a turn's stream tells its owner. Each event is reported once, however often the line breaks. */
export type TurnNews =
  | { type: 'named'; turnId: string }
  | { type: 'event'; sequence: number | null; event: WireEvent }
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

export type FollowOptions = {
  connection: Connection;
  connectivity: Connectivity;
  clock: () => Date;
  retryDelaysMs: readonly number[];
  idleTimeoutMs: number;
  /** A turn to resume after its event `after` (0: from the start), or the request that begins one. */
  turn: { turnId: string; after: number } | { open: () => Promise<Response> };
  signal: AbortSignal;
  onNews: (news: TurnNews) => void;
};

/** Follows one turn to its end over as many connections as that takes. Never rejects. */
export const followTurn = async (options: FollowOptions): Promise<TurnOutcome> => {
  const { connection, connectivity, clock, retryDelaysMs, turn, signal, onNews } = options;
  let turnId = 'open' in turn ? null : turn.turnId;
  let after = 'open' in turn ? 0 : turn.after;
  let failures = 0;
  let refusal: Refusal | null = null;

  const name = (id: string) => {
    if (turnId !== null) return;
    turnId = id;
    onNews({ type: 'named', turnId });
  };

  const open = (): Promise<Response> => {
    if (turnId === null && 'open' in turn) return turn.open();
    return connection.request(`/chat/${encodeURIComponent(turnId ?? '')}/`, {
      headers: {
        accept: 'text/event-stream',
        ...(after > 0 && { 'last-event-id': `${turnId}:${after}` }),
      },
      signal,
    });
  };

  const attempt = async (): Promise<TurnOutcome | { type: 'broken' }> => {
    let response: Response;
    const isResume = turnId !== null;
    try {
      response = await open();
    } catch {
      return { type: 'broken' };
    }
    if (!response.ok) {
      if (isResume && response.status === 404) {
        dropBody(response);
        return { type: 'expired' };
      }
      refusal = await readRefusal(response, clock());
      // The key makes a repeat safe when a proxy answered for a server that may have accepted.
      if (isResume || response.status >= 500) return { type: 'broken' };
      return { type: 'refused', refusal };
    }
    refusal = null;
    const announced = response.headers.get('x-turn-id');
    if (announced) name(announced);
    if (response.body === null) return { type: 'broken' };

    let hasEnded = false;
    await readEventStream({
      body: response.body,
      idleTimeoutMs: options.idleTimeoutMs,
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
        const event = parseWireEvent(message.name, message.data);
        if (event === undefined) return true;
        onNews({ type: 'event', sequence: id?.sequence ?? null, event });
        hasEnded = event.event === 'done' || event.event === 'error';
        return !hasEnded;
      },
    });
    return { type: hasEnded ? 'ended' : 'broken' };
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
