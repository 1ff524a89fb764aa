import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Redis } from '../redis.ts';
import type { Cache } from './cache.ts';
import type { CacheEntry, CacheStore } from './cache-store.ts';
import { createMemoryCacheStore } from './memory-cache-store.ts';
import { createRedisCacheStore } from './redis-cache-store.ts';

/** A value in use while another is built is at most so many times older than it may be. */
const OLD_VALUE_TTLS = 2;
const LOOK_AGAIN_MS = 25;

export interface CacheOptions {
  /** Shares the values between processes; each has its own without, and while it does not answer. */
  redis?: Redis | undefined;
  /** Of values in this process; those in Redis age by its clock. */
  clock?: () => Date;
  log: Logger;
  /** After this long the lock of a process that builds, and may have been killed, ends. Default 10 s. */
  lockMs?: number;
  /** Whoever waited so long for another process builds as well. Default 2 s. */
  waitMs?: number;
}

/** What was found, and where. */
interface Found extends CacheEntry {
  store: CacheStore;
}

interface Wanted {
  key: string;
  ttlMs: number;
  build: () => Promise<unknown>;
}

/** See `Cache`. Values come back as JSON makes them, a new one for everybody who asks. */
export function createCache({
  redis,
  clock = () => new Date(),
  log,
  lockMs = 10_000,
  waitMs = 2_000,
}: CacheOptions): Cache {
  const memory = createMemoryCacheStore({ clock });
  const shared = redis && createRedisCacheStore({ redis, lockMs });
  const building = new Map<string, { generation: string; text: Promise<string> }>();
  /** Invalidated while Redis did not answer: it is told before it is asked. */
  const untold = new Set<string>();

  async function find(key: string): Promise<Found> {
    if (shared !== undefined && redis?.isUp()) {
      try {
        if (untold.has(key)) {
          await shared.invalidate(key);
          untold.delete(key);
        }
        return { ...(await shared.read(key)), store: shared };
      } catch {
        // From memory, then.
      }
    }
    return { ...(await memory.read(key)), store: memory };
  }

  async function get({ key, ttlMs, build }: Wanted): Promise<string> {
    const found = await find(key);
    if (isFresh(found, ttlMs)) return found.text;
    const current = building.get(key);
    if (current?.generation === found.generation) {
      return isUsable(found, ttlMs) ? found.text : await current.text;
    }
    const text = buildInTurn({ key, ttlMs, build }, found);
    const own = { generation: found.generation, text };
    building.set(key, own);
    try {
      return await text;
    } finally {
      if (building.get(key) === own) building.delete(key);
    }
  }

  /** Builds, unless another process does so first. */
  async function buildInTurn(wanted: Wanted, first: Found): Promise<string> {
    const { key, ttlMs } = wanted;
    const giveUpAtMs = performance.now() + waitMs;
    let found = first;
    for (;;) {
      const unlock = await found.store.tryLock(key).catch(() => async () => {});
      if (unlock !== undefined) {
        try {
          found = await find(key);
          if (isFresh(found, ttlMs)) return found.text;
          return await buildNow(wanted, found);
        } finally {
          await unlock();
        }
      }
      if (isUsable(found, ttlMs)) return found.text;
      if (performance.now() > giveUpAtMs) return await buildNow(wanted, found);
      await delay(LOOK_AGAIN_MS);
      found = await find(key);
      if (isFresh(found, ttlMs)) return found.text;
    }
  }

  async function buildNow({ key, build }: Wanted, found: Found): Promise<string> {
    const inMemory = await memory.read(key);
    try {
      const text = JSON.stringify(await build());
      if (text === undefined) throw new TypeError(`the value of "${key}" is not JSON`);
      // In memory in any case, for when Redis does not answer.
      await memory.write(key, inMemory.generation, text);
      if (found.store !== memory)
        await found.store.write(key, found.generation, text).catch(() => {});
      return text;
    } catch (err) {
      const old = found.text ?? inMemory.text;
      if (old === undefined) throw err;
      log.warn({ err, key }, 'A cached value could not be built anew; the old one is used');
      return old;
    }
  }

  return {
    get: async <Value>(
      key: string,
      options: { ttlMs: number; build: () => Promise<Value> },
    ): Promise<Value> => JSON.parse(await get({ key, ...options })),

    invalidate: async (key) => {
      await memory.invalidate(key);
      if (shared === undefined) return;
      untold.add(key);
      await shared.invalidate(key).then(
        () => untold.delete(key),
        () => {},
      );
    },
  };
}

function isFresh(found: CacheEntry, ttlMs: number): found is Found & { text: string } {
  return found.text !== undefined && found.ageMs !== undefined && found.ageMs < ttlMs;
}

/** Whether the value will do while another one is built. */
function isUsable(found: CacheEntry, ttlMs: number): found is Found & { text: string } {
  return isFresh(found, ttlMs * OLD_VALUE_TTLS);
}
