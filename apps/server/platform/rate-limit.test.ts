import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRateLimit, rateLimitHeaders } from './rate-limit.ts';

const exhaust = async (limit: ReturnType<typeof createRateLimit>, key: string, times: number) => {
  for (let taken = 0; taken < times; taken += 1) {
    assert.equal((await limit.consume(key)).allowed, true);
  }
};

test('the point after the last is refused and told when to come back', async (t) => {
  t.mock.timers.enable({ apis: ['Date', 'setTimeout'] });
  const limit = createRateLimit({ points: 20, durationSeconds: 3600 });
  await exhaust(limit, 'a', 20);
  t.mock.timers.tick(600_500);
  const decision = await limit.consume('a');
  assert.deepEqual(decision, {
    allowed: false,
    limit: 20,
    remaining: 0,
    resetSeconds: 3000,
    retryAfterSeconds: 3000,
  });
  assert.deepEqual(rateLimitHeaders(decision), {
    'ratelimit-limit': '20',
    'ratelimit-remaining': '0',
    'ratelimit-reset': '3000',
    'retry-after': '3000',
  });
});

test('an allowed point says what remains, without Retry-After', async () => {
  const decision = await createRateLimit({ points: 20, durationSeconds: 3600 }).consume('a');
  assert.deepEqual(rateLimitHeaders(decision), {
    'ratelimit-limit': '20',
    'ratelimit-remaining': '19',
    'ratelimit-reset': '3600',
  });
});

test('the whole allowance is back when the window ends, even after refusals', async (t) => {
  t.mock.timers.enable({ apis: ['Date', 'setTimeout'] });
  const limit = createRateLimit({ points: 2, durationSeconds: 60 });
  await exhaust(limit, 'a', 2);
  t.mock.timers.tick(59_000);
  assert.equal((await limit.consume('a')).allowed, false);
  t.mock.timers.tick(1_000);
  await exhaust(limit, 'a', 2);
  assert.equal((await limit.consume('a')).allowed, false);
});

test('keys do not share their allowance', async () => {
  const limit = createRateLimit({ points: 1, durationSeconds: 60 });
  await exhaust(limit, 'a', 1);
  assert.equal((await limit.consume('b')).allowed, true);
});

test('a point given back can be taken again, and no more than that', async (t) => {
  t.mock.timers.enable({ apis: ['Date', 'setTimeout'] });
  const limit = createRateLimit({ points: 1, durationSeconds: 60 });
  await exhaust(limit, 'a', 1);
  await limit.giveBack('a');
  await exhaust(limit, 'a', 1);
  assert.equal((await limit.consume('a')).allowed, false);
  t.mock.timers.tick(60_000);
  await limit.giveBack('a');
  await limit.giveBack('never-seen');
  await exhaust(limit, 'a', 1);
  assert.equal((await limit.consume('a')).allowed, false);
  await exhaust(limit, 'never-seen', 1);
  assert.equal((await limit.consume('never-seen')).allowed, false);
});

test('a flood of keys forgets the oldest and keeps the newest', async () => {
  const limit = createRateLimit({ points: 1, durationSeconds: 60, maxKeys: 100 });
  for (let number = 0; number < 1_000; number += 1) await exhaust(limit, `key-${number}`, 1);
  for (let number = 900; number < 1_000; number += 1) {
    assert.equal((await limit.consume(`key-${number}`)).allowed, false, `key-${number}`);
  }
  assert.equal((await limit.consume('key-0')).allowed, true);
});
