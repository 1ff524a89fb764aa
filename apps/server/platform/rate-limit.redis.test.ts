import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type RedisServer, startRedis, whyNoRedis } from '@deskbell/testing/redis.ts';
import { until } from '@deskbell/testing/until.ts';
import { pino } from 'pino';
import { connectRedis } from './connect-redis.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';
import type { Redis } from './redis.ts';

const skip = whyNoRedis() ?? false;

async function connect(t: TestContext, server: RedisServer): Promise<Redis> {
  const redis = await connectRedis({ url: server.url, log: pino({ level: 'silent' }) });
  t.after(() => redis.close());
  await until(() => redis.isUp());
  return redis;
}

async function twoProcesses(t: TestContext, points: number) {
  const server = await startRedis(t);
  const redises = [await connect(t, server), await connect(t, server)] as const;
  const create = (redis: Redis) =>
    createRateLimit({ points, durationSeconds: 3600, redis, name: 'messages' });
  return { server, redises, limits: [create(redises[0]), create(redises[1])] as const };
}

const isAllowed = async (limit: RateLimit, key: string) => (await limit.consume(key)).allowed;

test('two processes share one allowance', { skip }, async (t) => {
  const { limits } = await twoProcesses(t, 3);
  const [one, other] = limits;
  assert.deepEqual(
    [await one.consume('a'), (await other.consume('a')).remaining, await isAllowed(one, 'a')],
    [{ allowed: true, limit: 3, remaining: 2, resetSeconds: 3600, retryAfterSeconds: 0 }, 1, true],
  );
  const refused = await other.consume('a');
  assert.deepEqual([refused.allowed, refused.remaining], [false, 0]);
  assert.ok(refused.retryAfterSeconds > 3590 && refused.retryAfterSeconds <= 3600);
  assert.equal(await isAllowed(other, 'b'), true);
});

test('limits of different names do not share their keys', { skip }, async (t) => {
  const { limits, redises } = await twoProcesses(t, 1);
  assert.equal(await isAllowed(limits[0], 'a'), true);
  const signUps = { points: 1, durationSeconds: 60, redis: redises[0], name: 'sign-ups' };
  assert.equal(await isAllowed(createRateLimit(signUps), 'a'), true);
  assert.deepEqual((await redises[0].client.keys('*')).sort(), [
    'deskbell:limit:messages:a',
    'deskbell:limit:sign-ups:a',
  ]);
});

test('a point given back in one process can be taken in another, and no more', {
  skip,
}, async (t) => {
  const { limits, redises } = await twoProcesses(t, 1);
  const [one, other] = limits;
  assert.equal(await isAllowed(one, 'a'), true);
  await other.giveBack('a');
  await other.giveBack('a');
  await other.giveBack('never-seen');
  assert.equal(await isAllowed(one, 'a'), true);
  assert.equal(await isAllowed(other, 'a'), false);
  assert.equal(await redises[0].client.exists('deskbell:limit:messages:never-seen'), 0);
  // Its window still ends.
  assert.ok((await redises[0].client.ttl('deskbell:limit:messages:a')) > 0);
});

test('without Redis each process counts for itself, and together again when it is back', {
  skip,
}, async (t) => {
  const { server, limits, redises } = await twoProcesses(t, 2);
  const [one, other] = limits;
  assert.equal(await isAllowed(one, 'a'), true);
  await server.kill();
  assert.deepEqual(
    [await isAllowed(one, 'a'), await isAllowed(one, 'a'), await isAllowed(one, 'a')],
    [true, true, false],
  );
  await one.giveBack('a');
  await one.giveBack('a');
  assert.deepEqual([await isAllowed(one, 'a'), await isAllowed(one, 'a')], [true, false]);
  assert.equal(await isAllowed(other, 'a'), true);
  await server.start();
  await until(() => redises.every((redis) => redis.isUp()));
  assert.equal(await isAllowed(one, 'a'), true);
  assert.equal(await isAllowed(other, 'a'), true);
  assert.equal(await isAllowed(one, 'a'), false);
});

test('a Redis that hangs costs one request a moment and the next ones nothing', {
  skip,
}, async (t) => {
  const { server, limits } = await twoProcesses(t, 2);
  server.freeze();
  t.after(() => server.thaw());
  assert.equal(await isAllowed(limits[0], 'a'), true);
  const startedAtMs = performance.now();
  assert.equal(await isAllowed(limits[0], 'a'), true);
  assert.equal(await isAllowed(limits[0], 'a'), false);
  assert.ok(performance.now() - startedAtMs < 250);
});
