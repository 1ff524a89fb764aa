import { MAX_SOCKET_FRAME_BYTES } from '@deskbell/protocol';
import type { RawData, WebSocket } from 'ws';

const MOST_WAITING = 32;

/** A frame as it came. `number` counts the frames of its socket from 1. */
export type IncomingFrame = { number: number } & (
  | { kind: 'text'; text: string }
  | { kind: 'binary' }
  | { kind: 'too_large' }
);

export interface FrameReader {
  /** The number of the latest frame that has arrived, handled or not. */
  readonly latest: number;
  /** Drops what waits and what still comes; resolves when the frame being handled is done. */
  stop(): Promise<void>;
}

/**
 * Hands a socket's frames to `handle` one after the other. When 32 wait, the socket is not read
 * until half of them are done: what can wait beyond them is what one read brought, 64 KiB.
 * `handle` must not reject.
 */
export function readFrames(
  socket: WebSocket,
  handle: (frame: IncomingFrame) => Promise<void>,
): FrameReader {
  let waiting: IncomingFrame[] = [];
  let latest = 0;
  let isStopped = false;
  let handling: Promise<void> | undefined;

  async function handleWaiting(): Promise<void> {
    for (let frame = waiting.shift(); frame !== undefined; frame = waiting.shift()) {
      await handle(frame);
      if (socket.isPaused && waiting.length <= MOST_WAITING / 2) socket.resume();
    }
    handling = undefined;
  }
  socket.on('message', (data, isBinary) => {
    if (isStopped) return;
    latest += 1;
    waiting.push(toFrame(latest, data, isBinary));
    if (waiting.length >= MOST_WAITING) socket.pause();
    handling ??= handleWaiting();
  });
  return {
    get latest() {
      return latest;
    },
    async stop() {
      isStopped = true;
      waiting = [];
      // A paused socket would never see its peer's answer to a close.
      socket.resume();
      await handling;
    },
  };
}

function toFrame(number: number, data: RawData, isBinary: boolean): IncomingFrame {
  if (isBinary) return { number, kind: 'binary' };
  const bytes = Array.isArray(data) ? Buffer.concat(data) : data;
  if (bytes.byteLength > MAX_SOCKET_FRAME_BYTES) return { number, kind: 'too_large' };
  return { number, kind: 'text', text: bytes.toString() };
}
