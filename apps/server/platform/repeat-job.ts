import type { Logger } from 'pino';

/** Work that is done over and over in the background. */
export interface RepeatedJob {
  /** Ends it and waits for a run under way. May be called twice. */
  stop(): Promise<void>;
}

/**
 * Runs `work` every `everyMs`, the first time after that long, never two runs at once. A run that
 * fails is logged and the next one comes all the same.
 */
export function repeatJob(options: {
  /** For the log: 'Deleting expired chats'. */
  name: string;
  everyMs: number;
  work: () => Promise<unknown>;
  log: Logger;
}): RepeatedJob {
  const { name, everyMs, work, log } = options;
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= work()
      .then(
        () => undefined,
        (err: unknown) => log.warn({ err }, `${name} failed`),
      )
      .finally(() => {
        running = undefined;
      });
  }, everyMs).unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
