import type { WebSocket } from 'ws';

export interface HeartbeatTimes {
  pingEveryMs: number;
  /** With `pingEveryMs` this is the longest that a dead peer's socket stays open. */
  answerWithinMs: number;
}

/**
 * Pings the peer and ends a socket whose peer says nothing for `answerWithinMs` after a ping: a
 * peer that lost its network never closes. Stops when the socket closes.
 */
export function keepHeartbeat(socket: WebSocket, times: HeartbeatTimes): void {
  let answerTimer: NodeJS.Timeout | undefined;
  const heard = (): void => {
    clearTimeout(answerTimer);
    answerTimer = undefined;
  };
  const noAnswer = (): void => {
    answerTimer = undefined;
    // While we do not read, an answer cannot be seen.
    if (!socket.isPaused) socket.terminate();
  };
  const ping = (): void => {
    socket.ping();
    answerTimer ??= setTimeout(noAnswer, times.answerWithinMs).unref();
  };
  const pingTimer = setInterval(ping, times.pingEveryMs).unref();
  for (const sign of ['pong', 'ping', 'message']) socket.on(sign, heard);
  socket.once('close', () => {
    clearInterval(pingTimer);
    heard();
  });
}
