/** The part of `Storage` the store uses; a browser that forbids storage may throw. */
export type ThreadStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The browser's storage for this site; null where reading the property throws. */
export const pageStorage = (): ThreadStorage | null => {
  try {
    return localStorage;
  } catch {
    return null;
  }
};

/** What outlives a page: the thread's id, and until when sending is refused. Never throws. */
export type ThreadMemory = {
  /** Null when nothing sensible is stored; what is stored may still be long gone on the server. */
  threadId(): string | null;
  rememberThread(threadId: string | null): void;
  /** The moment a rate limit ends, in milliseconds since 1970; null when there is none (any more). */
  limitedUntilMs(nowMs: number): number | null;
  rememberLimit(untilMs: number | null): void;
};

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const longestLimitMs = 24 * 60 * 60 * 1000;

export const createThreadMemory = (storage: ThreadStorage | null, key: string): ThreadMemory => {
  const limitKey = `${key}.limited-until`;
  const read = (name: string): string | null => {
    try {
      return storage?.getItem(name) ?? null;
    } catch {
      // Forbidden storage reads as an empty one.
      return null;
    }
  };
  const write = (name: string, value: string | null): void => {
    try {
      if (value === null) storage?.removeItem(name);
      else storage?.setItem(name, value);
    } catch {
      // Storage is full or forbidden: the conversation works, only a reload forgets it.
    }
  };
  return {
    threadId: () => {
      const found = read(key);
      return found !== null && uuid.test(found) ? found : null;
    },
    rememberThread: (threadId) => write(key, threadId),
    limitedUntilMs: (nowMs) => {
      const found = read(limitKey);
      if (found === null) return null;
      const untilMs = Number(found);
      if (untilMs > nowMs && untilMs <= nowMs + longestLimitMs) return untilMs;
      write(limitKey, null);
      return null;
    },
    rememberLimit: (untilMs) => write(limitKey, untilMs === null ? null : String(untilMs)),
  };
};
