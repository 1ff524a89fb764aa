/**
 * Does `work` when asked, at once and then at most every `everyMs`, never twice at the same time:
 * whoever asks meanwhile is served by one more run. `work` must not reject. `stop` ends it.
 */
export function repeatAtMost(
  everyMs: number,
  work: () => Promise<void>,
): { ask: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isRunning = false;
  let isAsked = false;
  let isStopped = false;
  let nextAtMs = 0;

  async function run(): Promise<void> {
    timer = undefined;
    isAsked = false;
    isRunning = true;
    nextAtMs = performance.now() + everyMs;
    await work();
    isRunning = false;
    if (isAsked) plan();
  }

  function plan(): void {
    if (isStopped || isRunning || timer !== undefined) return;
    const waitMs = nextAtMs - performance.now();
    if (waitMs <= 0) void run();
    else timer = setTimeout(run, waitMs);
  }

  return {
    ask() {
      isAsked = true;
      plan();
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
