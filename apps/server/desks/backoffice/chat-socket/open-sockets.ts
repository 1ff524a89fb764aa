import type { WebSocket } from 'ws';
import type { ChatSocket } from './chat-socket.ts';

/** The open chat sockets of this process, counted by user. */
export interface OpenSockets {
  /** Whether the user may open one more. */
  hasRoomFor(userId: string): boolean;
  /** Counts a socket until it closes. */
  add(opened: { socket: WebSocket; userId: string; chat: ChatSocket }): void;
  /** Finishes every conversation; resolves when all sockets are closed, by force after `withinMs`. */
  finishAll(withinMs: number): Promise<void>;
}

export function createOpenSockets({ mostPerUser }: { mostPerUser: number }): OpenSockets {
  const open = new Map<WebSocket, { chat: ChatSocket; closed: Promise<void> }>();
  const countOf = new Map<string, number>();
  return {
    hasRoomFor: (userId) => (countOf.get(userId) ?? 0) < mostPerUser,
    add({ socket, userId, chat }) {
      countOf.set(userId, (countOf.get(userId) ?? 0) + 1);
      const closed = new Promise<void>((resolve) => {
        socket.once('close', () => {
          open.delete(socket);
          const left = (countOf.get(userId) ?? 1) - 1;
          if (left === 0) countOf.delete(userId);
          else countOf.set(userId, left);
          resolve();
        });
      });
      open.set(socket, { chat, closed });
    },
    async finishAll(withinMs) {
      const deadline = setTimeout(() => {
        for (const socket of open.keys()) socket.terminate();
      }, withinMs);
      for (const { chat } of open.values()) void chat.finish();
      await Promise.all([...open.values()].map(({ closed }) => closed));
      clearTimeout(deadline);
    },
  };
}
