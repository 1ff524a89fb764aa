import type { ServerResponse } from 'node:http';
import type { Plan } from './plan.ts';

/**
 * Writes a plan to a response whose headers are set. Returns at once; the response's `close`
 * ends everything that is still under way. `onFinished` is called before the response is ended
 * or cut by the plan, so never after the client left first, and never for a stall.
 */
export function play(plan: Plan, response: ServerResponse, onFinished: () => void): void {
  const startedAt = performance.now();
  let next = 0;
  let isPaused = false;
  let isReleased = false;
  let timer: NodeJS.Timeout | undefined;
  let immediate: NodeJS.Immediate | undefined;

  response.on('close', () => {
    next = Number.POSITIVE_INFINITY;
    clearTimeout(timer);
    clearImmediate(immediate);
  });
  response.flushHeaders();
  advance();

  function advance(): void {
    while (next < plan.writes.length) {
      const write = plan.writes[next];
      if (write === undefined) return;
      if (write.until !== undefined && !isReleased) {
        void write.until.finally(release);
        return;
      }
      const waitMs = write.dueMs === undefined ? 0 : write.dueMs - (performance.now() - startedAt);
      if (waitMs > 0.5) {
        timer = setTimeout(advance, waitMs);
        return;
      }
      if (write.apart && !isPaused) {
        isPaused = true;
        immediate = setImmediate(advance);
        return;
      }
      isPaused = false;
      isReleased = false;
      next += 1;
      if (write.bytes.length > 0 && !response.write(write.bytes)) {
        response.once('drain', advance);
        return;
      }
    }
    if (next === plan.writes.length) finish();
  }

  function release(): void {
    if (next === Number.POSITIVE_INFINITY) return;
    isReleased = true;
    advance();
  }

  function finish(): void {
    next = Number.POSITIVE_INFINITY;
    if (plan.ending === 'stall') return;
    if (plan.ending === 'end') {
      onFinished();
      response.end();
      return;
    }
    // What was written leaves in this tick; the socket may only go after it.
    immediate = setImmediate(() => destroyWhenSent(response, onFinished));
  }
}

function destroyWhenSent(response: ServerResponse, onFinished: () => void): void {
  const { socket } = response;
  if (socket === null) return;
  const destroy = () => {
    onFinished();
    socket.destroy();
  };
  if (socket.writableLength === 0) destroy();
  else socket.write('', destroy);
}
