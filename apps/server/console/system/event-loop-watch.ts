import { monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 20;

/** Measures how late this process's timers are. */
export interface EventLoopWatch {
  /** Since it was read last, in milliseconds; null when there is nothing to tell yet. */
  read(): { mean: number; p99: number } | null;
  close(): void;
}

export function watchEventLoop(): EventLoopWatch {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  histogram.enable();
  // What is measured is the time from one look to the next, which is never less than that.
  const late = (nanoseconds: number) =>
    Math.round(Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS) * 100) / 100;
  return {
    read: () => {
      if (histogram.count === 0) return null;
      const delay = { mean: late(histogram.mean), p99: late(histogram.percentile(99)) };
      histogram.reset();
      return delay;
    },
    close: () => histogram.disable(),
  };
}
