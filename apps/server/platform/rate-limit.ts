import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** What one consumption did. Times are whole seconds, rounded up. */
export interface RateLimitDecision {
  allowed: boolean;
  limit: number;
  remaining: number;
  /** Until the key's window ends and its full allowance is back. */
  resetSeconds: number;
  /** 0 when allowed. */
  retryAfterSeconds: number;
}

export interface RateLimit {
  /** Takes one point of the key's window. Never throws for an exhausted key. */
  consume: (key: string) => Promise<RateLimitDecision>;
  /** Gives a consumed point back, for a request that turned out not to count. */
  giveBack: (key: string) => Promise<void>;
}

const DEFAULT_MAX_KEYS = 50_000;

/**
 * A fixed-window limit held in this process. A flood of different keys cannot grow it beyond
 * `maxKeys`: the keys whose windows began first, and so end first, are forgotten.
 */
export function createRateLimit({
  points,
  durationSeconds,
  maxKeys = DEFAULT_MAX_KEYS,
}: {
  points: number;
  durationSeconds: number;
  maxKeys?: number;
}): RateLimit {
  const limiter = new RateLimiterMemory({ points, duration: durationSeconds });
  const keysByAge = new Set<string>();

  const remember = async (key: string): Promise<void> => {
    keysByAge.delete(key);
    keysByAge.add(key);
    if (keysByAge.size <= maxKeys) return;
    const [oldest = key] = keysByAge;
    keysByAge.delete(oldest);
    await limiter.delete(oldest);
  };

  const take = async (key: string): Promise<{ allowed: boolean; result: RateLimiterRes }> => {
    try {
      return { allowed: true, result: await limiter.consume(key) };
    } catch (rejection) {
      if (rejection instanceof RateLimiterRes) return { allowed: false, result: rejection };
      throw rejection;
    }
  };

  return {
    consume: async (key) => {
      const { allowed, result } = await take(key);
      if (result.isFirstInDuration) await remember(key);
      const resetSeconds = Math.max(1, Math.ceil(result.msBeforeNext / 1000));
      return {
        allowed,
        limit: points,
        remaining: result.remainingPoints,
        resetSeconds,
        retryAfterSeconds: allowed ? 0 : resetSeconds,
      };
    },
    giveBack: async (key) => {
      const current = await limiter.get(key);
      // Rewarding a key whose window has ended would open one with more than its allowance.
      if (current !== null && current.consumedPoints > 0) await limiter.reward(key);
    },
  };
}

/**
 * The response headers of a decision: the `RateLimit-Limit`, `-Remaining`, `-Reset` triple that
 * clients commonly read (the later single-header drafts are not), and `Retry-After` on a refusal.
 */
export const rateLimitHeaders = (decision: RateLimitDecision): Record<string, string> => ({
  'ratelimit-limit': String(decision.limit),
  'ratelimit-remaining': String(decision.remaining),
  'ratelimit-reset': String(decision.resetSeconds),
  ...(decision.allowed ? {} : { 'retry-after': String(decision.retryAfterSeconds) }),
});
