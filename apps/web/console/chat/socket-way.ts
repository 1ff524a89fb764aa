import type { ClientFrame, ServerFrame, socketCloseCodes } from '@deskbell/protocol';
import { eventOfFrame, isLastEvent } from './turn-event.ts';
import { endOfRefusal, type Job, type Try, type TryEnd, type Way } from './way.ts';

/** Restated because importing the values would bundle the schemas; the type keeps them equal. */
const codes: Pick<typeof socketCloseCodes, 'notSignedIn' | 'unknownSession'> = {
  notSignedIn: 4401,
  unknownSession: 4404,
};
const SERVER_RESTARTS = 1012;

export interface SocketWayOptions {
  /** Opens a socket to `/ws/chat/{session_id}`. */
  openSocket: (path: string) => WebSocket;
  openWithinMs?: number;
  /** For the first frame that answers a job: a socket may have died without a sign. */
  answerWithinMs?: number;
  /** Pings of the server are not seen here: a turn that is silent for longer is asked for anew. */
  silentMs?: number;
}

/** `close` says nothing of a socket that never opened but that it is closed. */
const endOfClose = (code: number, hasOpened: boolean): TryEnd => {
  if (!hasOpened) return { type: 'unopened' };
  if (code === codes.notSignedIn) return { type: 'signed_out' };
  if (code === codes.unknownSession) return { type: 'gone' };
  return { type: code === SERVER_RESTARTS ? 'broken' : 'closed' };
};

const readFrame = (data: unknown): ServerFrame | undefined => {
  try {
    return JSON.parse(String(data)) as ServerFrame;
  } catch {
    return undefined;
  }
};

const frameOf = (job: Job): ClientFrame =>
  job.kind === 'ask'
    ? { type: 'message', message: job.text, idempotency_key: job.key }
    : { type: 'resume', turn_id: job.turnId, after: job.after };

/** `/ws/chat/{session_id}`: one socket, kept for the next question of the same session. */
export function createSocketWay(options: SocketWayOptions): Way {
  const { openSocket, openWithinMs = 8_000, answerWithinMs = 12_000, silentMs = 60_000 } = options;
  let current: { sessionId: string; socket: WebSocket } | undefined;

  const close = (): void => {
    current?.socket.close(1000);
    current = undefined;
  };

  const socketFor = (sessionId: string): WebSocket => {
    const isUsable =
      current?.sessionId === sessionId && current.socket.readyState <= WebSocket.OPEN;
    if (current !== undefined && isUsable) return current.socket;
    close();
    const socket = openSocket(`/ws/chat/${encodeURIComponent(sessionId)}`);
    current = { sessionId, socket };
    return socket;
  };

  const run = ({ sessionId, job, signal, onNews }: Try): Promise<TryEnd> =>
    new Promise((resolve) => {
      if (signal.aborted) {
        resolve({ type: 'left' });
        return;
      }
      const socket = socketFor(sessionId);
      const listening = new AbortController();
      let turnId = job.kind === 'resume' ? job.turnId : undefined;
      let hasOpened = socket.readyState === WebSocket.OPEN;
      let timer: ReturnType<typeof setTimeout> | undefined;

      const finish = (end: TryEnd): void => {
        clearTimeout(timer);
        listening.abort();
        // Whatever else this socket may still say belongs to a job that nobody waits for.
        if (end.type !== 'ended' && end.type !== 'refused' && end.type !== 'expired') {
          if (current?.socket === socket) close();
        }
        resolve(end);
      };
      const waitAtMost = (ms: number): void => {
        clearTimeout(timer);
        timer = setTimeout(() => finish({ type: hasOpened ? 'closed' : 'unopened' }), ms);
      };
      const begin = (): void => {
        hasOpened = true;
        onNews({ type: 'connected' });
        waitAtMost(answerWithinMs);
        socket.send(JSON.stringify(frameOf(job)));
      };
      const takeFrame = (frame: ServerFrame): void => {
        if (frame.type === 'error' && frame.turn_id === undefined) {
          const { code, message, retry_after: retryAfterSeconds = null } = frame;
          finish(endOfRefusal(job, { code, message, retryAfterSeconds }));
          return;
        }
        if (frame.type === 'ack') turnId ??= frame.turn_id;
        if (frame.turn_id !== turnId) return;
        if (frame.type === 'ack') onNews({ type: 'named', turnId: frame.turn_id });
        const event = eventOfFrame(frame);
        if (event === undefined) return;
        onNews({ type: 'event', seq: frame.seq ?? null, event });
        if (isLastEvent(event)) finish({ type: 'ended' });
      };

      const { signal: whileRunning } = listening;
      const heard = { signal: whileRunning };
      waitAtMost(openWithinMs);
      if (hasOpened) begin();
      else socket.addEventListener('open', begin, heard);
      socket.addEventListener('close', ({ code }) => finish(endOfClose(code, hasOpened)), heard);
      socket.addEventListener(
        'message',
        ({ data }) => {
          waitAtMost(silentMs);
          const frame = readFrame(data);
          if (frame === undefined) finish({ type: 'closed' });
          else takeFrame(frame);
        },
        heard,
      );
      signal.addEventListener('abort', () => finish({ type: 'left' }), heard);
    });

  return { run, close };
}
