import { setTimeout as delay } from 'node:timers/promises';
import { isDatabaseUnavailable } from './database-error.ts';

const WAITS_MS = [50, 150, 400, 900, 1_500];
const GIVE_UP_AFTER_MS = 3_000;

/**
 * Tries a statement again for some three seconds, which is what a database needs to come back from
 * a lost connection or a restart. It has to be one that may run twice: the answer to the first try
 * may be what was lost. Rejects with the last error, at once with one that would come again.
 */
export async function retryStatement<Result>(run: () => Promise<Result>): Promise<Result> {
  const startedAtMs = performance.now();
  for (const waitMs of WAITS_MS) {
    try {
      return await run();
    } catch (error) {
      if (!isDatabaseUnavailable(error) || performance.now() - startedAtMs > GIVE_UP_AFTER_MS)
        throw error;
      await delay(waitMs);
    }
  }
  return await run();
}
