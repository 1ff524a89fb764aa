import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { REDIS_PREFIX, type Redis } from './redis.ts';

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

export interface RateLimitOptions {
  points: number;
  durationSeconds: number;
  /** In this process's memory. Default 50,000. */
  maxKeys?: number;
  /** Shares the limit with every process that has the same; `name` tells limits there apart. */
  redis?: Redis | undefined;
  name?: string;
}

const DEFAULT_MAX_KEYS = 50_000;

/** Not under nothing: a window that has ended would begin anew with more than its allowance. */
const GIVE_BACK = `
  if tonumber(redis.call('get', KEYS[1]) or '0') > 0 then redis.call('decr', KEYS[1]) end`;

/**
 * A fixed-window limit, in this process or in Redis. While Redis does not answer each process
 * counts for itself. A flood of different keys cannot grow a process's memory beyond `maxKeys`: the
 * keys whose windows began first, and so end first, are forgotten.
 */
export function createRateLimit({
  points,
  durationSeconds,
  maxKeys = DEFAULT_MAX_KEYS,
  redis,
  name = 'limit',
}: RateLimitOptions): RateLimit {
  const memory = new RateLimiterMemory({ points, duration: durationSeconds });
  const shared =
    redis &&
    new RateLimiterRedis({
      storeClient: storeClientOf(redis),
      useRedisPackage: true,
      keyPrefix: `${REDIS_PREFIX}limit:${name}`,
      points,
      duration: durationSeconds,
      insuranceLimiter: memory,
    });
  const keysByAge = new Set<string>();

  const remember = async (key: string): Promise<void> => {
    keysByAge.delete(key);
    keysByAge.add(key);
    if (keysByAge.size <= maxKeys) return;
    const [oldest = key] = keysByAge;
    keysByAge.delete(oldest);
    await memory.delete(oldest);
  };

  const take = async (key: string): Promise<{ allowed: boolean; result: RateLimiterRes }> => {
    try {
      return { allowed: true, result: await (shared ?? memory).consume(key) };
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
      if (redis !== undefined && shared !== undefined) {
        const keys = [shared.getKey(key)];
        const isGivenBack = await redis
          .ask((client) => client.eval(GIVE_BACK, { keys }))
          .then(
            () => true,
            () => false,
          );
        if (isGivenBack) return;
      }
      const current = await memory.get(key);
      // Rewarding a key whose window has ended would open one with more than its allowance.
      if (current !== null && current.consumedPoints > 0) await memory.reward(key);
    },
  };
}

/** The one command that the limiter uses, within Redis's time limit. */
const storeClientOf = (redis: Redis) => ({
  eval: (...args: Parameters<Redis['client']['eval']>) =>
    redis.ask((client) => client.eval(...args)),
});

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
