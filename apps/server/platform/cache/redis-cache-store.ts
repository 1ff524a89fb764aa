import { randomUUID } from 'node:crypto';
import { REDIS_PREFIX, type Redis } from '../redis.ts';
import type { CacheStore } from './cache-store.ts';

const KEPT_MS = 86_400_000;

// Ages are taken from the server's clock: those of the processes may differ.
const READ = `
  local kept = redis.call('hmget', KEYS[1], 'text', 'built_at', 'generation')
  local now = redis.call('time')
  local age = -1
  if kept[2] then age = math.max(0, now[1] * 1000 + math.floor(now[2] / 1000) - kept[2]) end
  return {kept[1] or '', age, kept[3] or ''}`;

const WRITE = `
  if (redis.call('hget', KEYS[1], 'generation') or '') ~= ARGV[1] then return end
  local now = redis.call('time')
  local ms = now[1] * 1000 + math.floor(now[2] / 1000)
  redis.call('hset', KEYS[1], 'text', ARGV[2], 'built_at', string.format('%.0f', ms))
  redis.call('pexpire', KEYS[1], ARGV[3])`;

// Whoever builds now has begun too early: the lock is free for one who builds anew.
const INVALIDATE = `
  redis.call('hset', KEYS[1], 'generation', ARGV[1])
  redis.call('hdel', KEYS[1], 'built_at')
  redis.call('pexpire', KEYS[1], ARGV[2])
  redis.call('del', KEYS[2])`;

const UNLOCK = `
  if redis.call('get', KEYS[1]) == ARGV[1] then redis.call('del', KEYS[1]) end`;

/** Shared by every process with the same Redis. `lockMs`: how long a build may keep others waiting. */
export function createRedisCacheStore({
  redis,
  lockMs,
}: {
  redis: Redis;
  lockMs: number;
}): CacheStore {
  const valueKey = (key: string): string => `${REDIS_PREFIX}cache:${key}`;
  const lockKey = (key: string): string => `${REDIS_PREFIX}cache-lock:${key}`;

  return {
    read: async (key) => {
      const answer = await redis.ask((client) => client.eval(READ, { keys: [valueKey(key)] }));
      const [text, ageMs, generation] = answer as unknown as [string, number, string];
      return {
        text: text === '' ? undefined : text,
        ageMs: ageMs < 0 ? undefined : ageMs,
        generation: `redis ${generation}`,
      };
    },
    write: async (key, generation, text) => {
      const keys = [valueKey(key)];
      const values = [generation.replace('redis ', ''), text, String(KEPT_MS)];
      await redis.ask((client) => client.eval(WRITE, { keys, arguments: values }));
    },
    invalidate: async (key) => {
      const keys = [valueKey(key), lockKey(key)];
      const values = [randomUUID(), String(KEPT_MS)];
      await redis.ask((client) => client.eval(INVALIDATE, { keys, arguments: values }));
    },
    tryLock: async (key) => {
      const token = randomUUID();
      const own = { keys: [lockKey(key)], arguments: [token] };
      const isTaken = await redis.ask((client) =>
        client.set(lockKey(key), token, {
          condition: 'NX',
          expiration: { type: 'PX', value: lockMs },
        }),
      );
      if (isTaken === null) return undefined;
      return async () => {
        // Left behind, it ends by itself.
        await redis.ask((client) => client.eval(UNLOCK, own)).catch(() => {});
      };
    },
  };
}
