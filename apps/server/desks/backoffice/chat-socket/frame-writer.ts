import type { WebSocket } from 'ws';

/** What may wait for a slow reader before its turns wait instead. */
const FULL_BYTES = 64 * 1024;
const ROOM_BYTES = 16 * 1024;

/** Sends frames on one socket without buffering much for a peer that does not read. */
export interface FrameWriter {
  /** True while the peer has to read first; what is sent all the same is buffered. */
  readonly isFull: boolean;
  /** Sends one text frame; does nothing once the socket is closing. */
  send(text: string): void;
}

/**
 * `onRoom` is called each time there is room again. A peer that leaves no room for
 * `stalledAfterMs` is cut; it may come back and resume. Cleans up when the socket closes.
 */
export function createFrameWriter({
  socket,
  stalledAfterMs,
  onRoom,
}: {
  socket: WebSocket;
  stalledAfterMs: number;
  onRoom: () => void;
}): FrameWriter {
  let stallTimer: NodeJS.Timeout | undefined;
  const written = (): void => {
    if (stallTimer === undefined || socket.bufferedAmount > ROOM_BYTES) return;
    clearTimeout(stallTimer);
    stallTimer = undefined;
    onRoom();
  };
  socket.once('close', () => clearTimeout(stallTimer));
  return {
    get isFull() {
      return stallTimer !== undefined;
    },
    send(text) {
      if (socket.readyState !== socket.OPEN) return;
      socket.send(text, written);
      if (stallTimer === undefined && socket.bufferedAmount >= FULL_BYTES) {
        stallTimer = setTimeout(() => socket.terminate(), stalledAfterMs).unref();
      }
    },
  };
}
