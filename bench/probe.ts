import { setImmediate } from 'node:timers/promises';

/**
 * Loaded into a server before its own code: tells the bench that started it what the process has
 * used so far. Ends the server when the bench is gone.
 */
export interface Probe {
  /** User and system time of all threads since the start. */
  cpuMs: number;
  /** What JavaScript holds on to, with buffers, after a collection. */
  liveBytes: number;
  residentBytes: number;
}

process.on('message', async (request: 'cpu' | 'memory') => {
  if (request === 'memory') await collectGarbage();
  const { user, system } = process.cpuUsage();
  const { heapUsed, external, rss } = process.memoryUsage();
  const probe: Probe = {
    cpuMs: (user + system) / 1000,
    liveBytes: heapUsed + external,
    residentBytes: rss,
  };
  process.send?.(probe);
});
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// The probe alone must not keep a server alive that wants to end.
process.channel?.unref();

/** Twice, because what a first collection finalises is only free after a second. */
async function collectGarbage(): Promise<void> {
  for (let time = 0; time < 2; time += 1) {
    await setImmediate();
    globalThis.gc?.();
  }
}
