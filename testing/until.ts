import { setTimeout as delay } from 'node:timers/promises';

const GIVE_UP_AFTER_MS = 20_000;

/** Resolves when `isSo` is true; rejects when it still is not after 20 s. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const startedAtMs = performance.now();
  while (!(await isSo())) {
    if (performance.now() - startedAtMs > GIVE_UP_AFTER_MS) throw new Error(`never: ${isSo}`);
    await delay(5);
  }
}
