import type { CacheStore } from './cache-store.ts';

interface Kept {
  text: string | undefined;
  /** Undefined once it was invalidated. */
  builtAtMs: number | undefined;
  generation: number;
}

/** In this process only. Keys are never forgotten: there are few, and the code names them. */
export function createMemoryCacheStore({ clock }: { clock: () => Date }): CacheStore {
  const kept = new Map<string, Kept>();
  const find = (key: string): Kept =>
    kept.get(key) ?? { text: undefined, builtAtMs: undefined, generation: 0 };

  return {
    read: async (key) => {
      const { text, builtAtMs, generation } = find(key);
      const ageMs = builtAtMs === undefined ? undefined : clock().getTime() - builtAtMs;
      return { text, ageMs, generation: `memory ${generation}` };
    },
    write: async (key, generation, text) => {
      const current = find(key);
      if (`memory ${current.generation}` !== generation) return;
      kept.set(key, { ...current, text, builtAtMs: clock().getTime() });
    },
    invalidate: async (key) => {
      const current = find(key);
      kept.set(key, { ...current, builtAtMs: undefined, generation: current.generation + 1 });
    },
    tryLock: async () => async () => {},
  };
}
