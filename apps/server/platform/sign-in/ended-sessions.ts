/** Remembers sessions that ended, for as long as a browser may still hold a cached copy. */
export interface EndedSessions {
  add(token: string): void;
  has(token: string): boolean;
}

/**
 * A signed copy of the session lives in a cookie for `cacheSeconds`, so that most requests need no
 * SQL. Someone who kept that cookie could use it after the sign-out; this list closes that gap in
 * this process. In other processes the gap stays, `cacheSeconds` long at most.
 */
export function createEndedSessions({ cacheSeconds }: { cacheSeconds: number }): EndedSessions {
  const forgetAtByToken = new Map<string, number>();
  return {
    add: (token) => {
      const now = Date.now();
      for (const [oldToken, forgetAt] of forgetAtByToken) {
        if (forgetAt > now) break;
        forgetAtByToken.delete(oldToken);
      }
      forgetAtByToken.set(token, now + cacheSeconds * 1000);
    },
    has: (token) => forgetAtByToken.has(token),
  };
}
