import type { CacheStore } from './cache-store.ts';

/** As in Redis. */
const KEPT_MS = 86_400_000;

interface Kept {
  text: string | undefined;
  /** Undefined once it was invalidated. */
  builtAtMs: number | undefined;
  generation: number;
  changedAtMs: number;
}

/** In this process only. A key that was neither written nor invalidated for a day is forgotten. */
export function createMemoryCacheStore({ clock }: { clock: () => Date }): CacheStore {
  /** By when they were changed, the oldest first. */
  const kept = new Map<string, Kept>();
  const find = (key: string): Kept =>
    kept.get(key) ?? { text: undefined, builtAtMs: undefined, generation: 0, changedAtMs: 0 };

  function keep(key: string, changed: Omit<Kept, 'changedAtMs'>): void {
    const nowMs = clock().getTime();
    kept.delete(key);
    kept.set(key, { ...changed, changedAtMs: nowMs });
    for (const [oldKey, { changedAtMs }] of kept) {
      if (changedAtMs > nowMs - KEPT_MS) break;
      kept.delete(oldKey);
    }
  }

  return {
    read: async (key) => {
      const { text, builtAtMs, generation } = find(key);
      const ageMs = builtAtMs === undefined ? undefined : clock().getTime() - builtAtMs;
      return { text, ageMs, generation: `memory ${generation}` };
    },
    write: async (key, generation, text) => {
      const current = find(key);
      if (`memory ${current.generation}` !== generation) return;
      keep(key, { ...current, text, builtAtMs: clock().getTime() });
    },
    invalidate: async (key) => {
      const { text, generation } = find(key);
      keep(key, { text, builtAtMs: undefined, generation: generation + 1 });
    },
    tryLock: async () => async () => {},
  };
}
