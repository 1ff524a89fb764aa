/**
 * Runs at most `most` works at the same time; the others wait in their order. One whose signal aborts
 * while it waits is not begun: it rejects with the signal's reason.
 */
export function createFewAtOnce(
  most: number,
): <Result>(work: () => Promise<Result>, signal: AbortSignal) => Promise<Result> {
  let running = 0;
  const waiting = new Set<() => void>();

  const enter = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      if (running < most) {
        running += 1;
        resolve();
        return;
      }
      const begin = () => {
        waiting.delete(begin);
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        waiting.delete(begin);
        reject(signal.reason);
      };
      waiting.add(begin);
      signal.addEventListener('abort', leave, { once: true });
    });

  return async (work, signal) => {
    await enter(signal);
    try {
      return await work();
    } finally {
      // The place goes to whoever waits longest.
      const [next] = waiting;
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
