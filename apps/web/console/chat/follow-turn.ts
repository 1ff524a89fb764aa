import { type Connectivity, untilOnline, wait } from '@deskbell/widget';
import type { TurnEvent } from './turn-event.ts';
import type { Job, TryEnd, Way } from './way.ts';

/** What whoever follows a turn is told; each event once, however often the line breaks. */
export type TurnNews =
  | { readonly type: 'named'; readonly turnId: string }
  | { readonly type: 'event'; readonly event: TurnEvent }
  | { readonly type: 'reconnecting' | 'reconnected' };

type Interruption = Extract<TryEnd, { type: 'broken' }>;

const isInterruption = (end: TryEnd): end is Interruption =>
  end.type === 'broken' || end.type === 'unopened' || end.type === 'closed';

/**
 * How following ended: `unreachable`: nothing was heard of the question, which may be asked again
 * under its key. `lost`: the turn has a name and could not be reached again. For the others see
 * `TryEnd`.
 */
export type TurnEnd = Exclude<TryEnd, Interruption> | { readonly type: 'unreachable' | 'lost' };

/** After each failure in a row; together they outlast a restart of the server. */
const RETRY_DELAYS_MS = [200, 600, 1_500, 3_000, 6_000, 10_000, 15_000];
/** A socket that could not be opened, or failed so often, is not tried for a while. */
const MOST_SOCKET_FAILURES = 2;
const WITHOUT_SOCKET_MS = 5 * 60_000;

export interface TurnsOptions {
  socket: Way;
  stream: Way;
  connectivity: Connectivity;
  clock: () => Date;
  retryDelaysMs?: readonly number[];
}

export interface Turns {
  /** Follows one turn to its end, over as many connections as that takes. Never rejects. */
  follow(options: {
    sessionId: string;
    job: Job;
    signal: AbortSignal;
    onNews: (news: TurnNews) => void;
  }): Promise<TurnEnd>;
  close(): void;
}

/** Turns over the WebSocket, or over event streams where sockets do not get through. */
export function createTurns(options: TurnsOptions): Turns {
  const { socket, stream, connectivity, clock, retryDelaysMs = RETRY_DELAYS_MS } = options;
  let socketFailures = 0;
  let withoutSocketUntilMs = 0;

  const wayNow = (): Way => (clock().getTime() < withoutSocketUntilMs ? stream : socket);
  const judgeSocket = ({ type }: TryEnd): void => {
    // Without a network nothing is the socket's fault.
    if (type === 'ended') socketFailures = 0;
    if ((type !== 'unopened' && type !== 'closed') || !connectivity.isOnline()) return;
    socketFailures += 1;
    if (type === 'closed' && socketFailures < MOST_SOCKET_FAILURES) return;
    socketFailures = 0;
    withoutSocketUntilMs = clock().getTime() + WITHOUT_SOCKET_MS;
  };

  return {
    follow: async ({ sessionId, job: first, signal, onNews }) => {
      let job = first;
      let failures = 0;
      let isAway = false;
      for (;;) {
        const way = wayNow();
        let hasHeard = false;
        const end = await way.run({
          sessionId,
          job,
          signal,
          onNews: (news) => {
            if (signal.aborted) return;
            if (news.type === 'connected') {
              if (isAway) onNews({ type: 'reconnected' });
              isAway = false;
              return;
            }
            hasHeard = true;
            if (news.type === 'named') {
              if (job.kind === 'resume') return;
              job = { kind: 'resume', turnId: news.turnId, after: 0 };
              onNews(news);
              return;
            }
            const { seq, event } = news;
            if (job.kind === 'resume' && seq !== null) {
              if (seq <= job.after) return;
              job = { ...job, after: seq };
            }
            onNews({ type: 'event', event });
          },
        });
        if (way === socket) judgeSocket(end);
        if (!isInterruption(end)) return end;
        if (signal.aborted) return { type: 'left' };
        if (hasHeard) failures = 0;
        const delayMs = retryDelaysMs[failures];
        if (delayMs === undefined) return { type: job.kind === 'ask' ? 'unreachable' : 'lost' };
        failures += 1;
        isAway = true;
        onNews({ type: 'reconnecting' });
        await untilOnline(connectivity, signal);
        await wait(delayMs, signal);
        if (signal.aborted) return { type: 'left' };
      }
    },
    close: () => {
      socket.close();
      stream.close();
    },
  };
}
