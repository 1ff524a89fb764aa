import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type RedisServer, startRedis, whyNoRedis } from '@deskbell/testing/redis.ts';
import { until } from '@deskbell/testing/until.ts';
import { pino } from 'pino';
import { connectRedis } from '../connect-redis.ts';
import type { Redis } from '../redis.ts';
import type { Cache } from './cache.ts';
import { createCache } from './create-cache.ts';

const skip = whyNoRedis() ?? false;
const log = pino({ level: 'silent' });
const TTL_MS = 300_000;

/** Something to build whose ends the test decides; each build says which one it is. */
function createWork() {
  const builds: PromiseWithResolvers<string>[] = [];
  return {
    builds,
    build: () => {
      const next = Promise.withResolvers<string>();
      builds.push(next);
      return next.promise;
    },
  };
}

function inMemory() {
  const time = { now: Date.parse('2026-11-22T15:00:00Z') };
  const cache = createCache({ clock: () => new Date(time.now), log });
  return { time, cache };
}

async function connect(t: TestContext, server: RedisServer): Promise<Redis> {
  const redis = await connectRedis({ url: server.url, log });
  t.after(() => redis.close());
  await until(() => redis.isUp());
  return redis;
}

/** Caches as two processes have them. */
async function twoProcesses(t: TestContext, options: { waitMs?: number } = {}) {
  const server = await startRedis(t);
  const redises = [await connect(t, server), await connect(t, server)] as const;
  const create = (redis: Redis) => createCache({ redis, log, ...options });
  return { server, redises, one: create(redises[0]), other: create(redises[1]) };
}

const ask = (cache: Cache, work: { build: () => Promise<string> }, ttlMs = TTL_MS) =>
  cache.get('numbers', { ttlMs, build: work.build });

const now = (value: string) => ({ build: async () => value });

test('everybody who asks while a value is built gets that one build', async () => {
  const { cache } = inMemory();
  const work = createWork();
  const asked = [ask(cache, work), ask(cache, work), ask(cache, work)];
  await until(() => work.builds.length > 0);
  work.builds[0]?.resolve('a');
  assert.deepEqual(await Promise.all(asked), ['a', 'a', 'a']);
  assert.equal(await ask(cache, work), 'a');
  assert.equal(work.builds.length, 1);
});

test('a value is used until its time is up, and while the next one is built', async () => {
  const { cache, time } = inMemory();
  const work = createWork();
  assert.equal(await ask(cache, now('a')), 'a');
  time.now += TTL_MS - 1;
  assert.equal(await ask(cache, work), 'a');
  time.now += 1;
  const first = ask(cache, work);
  await until(() => work.builds.length === 1);
  assert.equal(await ask(cache, work), 'a');
  work.builds[0]?.resolve('b');
  assert.equal(await first, 'b');
  assert.equal(await ask(cache, work), 'b');
  assert.equal(work.builds.length, 1);
});

test('a value much older than it may be is waited for', async () => {
  const { cache, time } = inMemory();
  const work = createWork();
  await ask(cache, now('a'));
  time.now += 2 * TTL_MS;
  const asked = [ask(cache, work), ask(cache, work)];
  await until(() => work.builds.length === 1);
  work.builds[0]?.resolve('b');
  assert.deepEqual(await Promise.all(asked), ['b', 'b']);
});

test('a failed build is everybody’s failure without an old value, and tried again', async () => {
  const { cache, time } = inMemory();
  const work = createWork();
  const asked = [ask(cache, work), ask(cache, work)];
  await until(() => work.builds.length === 1);
  work.builds[0]?.reject(new Error('the database is away'));
  for (const one of asked) await assert.rejects(one, /the database is away/);
  assert.equal(await ask(cache, now('a')), 'a');
  time.now += 10 * TTL_MS;
  assert.equal(await ask(cache, { build: () => Promise.reject(new Error('away again')) }), 'a');
  assert.equal(await ask(cache, now('b')), 'b');
});

test('a build that began before the invalidation is not what comes after it', async () => {
  const { cache } = inMemory();
  const work = createWork();
  const early = ask(cache, work);
  await until(() => work.builds.length === 1);
  await cache.invalidate('numbers');
  const late = ask(cache, work);
  await until(() => work.builds.length === 2);
  work.builds[1]?.resolve('after');
  assert.equal(await late, 'after');
  work.builds[0]?.resolve('before');
  assert.equal(await early, 'before');
  assert.equal(await ask(cache, work), 'after');
  assert.equal(work.builds.length, 2);
});

test('nobody can change another’s value, and what is no JSON is refused', async () => {
  const { cache } = inMemory();
  const options = { ttlMs: TTL_MS, build: async () => ({ list: [1] }) };
  (await cache.get('list', options)).list.push(2);
  assert.deepEqual(await cache.get('list', options), { list: [1] });
  await assert.rejects(
    cache.get('nothing', { ttlMs: TTL_MS, build: async () => undefined }),
    TypeError,
  );
});

test('of two processes one builds, and both have the value', { skip }, async (t) => {
  const { one, other } = await twoProcesses(t);
  const work = createWork();
  const asked = [ask(one, work), ask(other, work), ask(one, work), ask(other, work)];
  await until(() => work.builds.length > 0);
  work.builds[0]?.resolve('a');
  assert.deepEqual(await Promise.all(asked), ['a', 'a', 'a', 'a']);
  assert.equal(work.builds.length, 1);
});

test('while one process builds anew, the other uses the old value', { skip }, async (t) => {
  const { redises, one, other } = await twoProcesses(t);
  const work = createWork();
  assert.equal(await ask(one, now('a')), 'a');
  await redises[0].client.hIncrBy('deskbell:cache:numbers', 'built_at', -1.5 * TTL_MS);
  const first = ask(one, work);
  await until(() => work.builds.length === 1);
  assert.equal(await ask(other, work), 'a');
  work.builds[0]?.resolve('b');
  assert.equal(await first, 'b');
  assert.equal(await ask(other, work), 'b');
  assert.equal(work.builds.length, 1);
});

test('an invalidation counts in every process, for builds under way as well', {
  skip,
}, async (t) => {
  const { one, other } = await twoProcesses(t);
  const work = createWork();
  const early = ask(one, work);
  await until(() => work.builds.length === 1);
  await other.invalidate('numbers');
  const late = [ask(one, work), ask(other, work)];
  await until(() => work.builds.length === 2);
  work.builds[0]?.resolve('before');
  assert.equal(await early, 'before');
  work.builds[1]?.resolve('after');
  assert.deepEqual(await Promise.all(late), ['after', 'after']);
  assert.deepEqual([await ask(one, work), await ask(other, work)], ['after', 'after']);
  assert.equal(work.builds.length, 2);
});

test('a process that was killed while it built keeps nobody waiting for long', {
  skip,
}, async (t) => {
  const { server, other } = await twoProcesses(t, { waitMs: 100 });
  const builder: ChildProcess = fork(
    fileURLToPath(new URL('./test-builder.ts', import.meta.url)),
    [server.url],
    { stdio: 'inherit' },
  );
  t.after(() => builder.kill('SIGKILL'));
  assert.deepEqual((await once(builder, 'message'))[0], 'building');
  builder.kill('SIGKILL');
  await once(builder, 'exit');
  assert.equal(await ask(other, now('a')), 'a');
});

test('the lock of a build that takes too long is not taken from its next holder', {
  skip,
}, async (t) => {
  const { one, other, redises } = await twoProcesses(t);
  const work = createWork();
  const slow = ask(one, work);
  await until(() => work.builds.length === 1);
  const lock = 'deskbell:cache-lock:numbers';
  // As its time does.
  await redises[0].client.del(lock);
  const next = ask(other, work);
  await until(() => work.builds.length === 2);
  work.builds[0]?.resolve('slow');
  await slow;
  assert.equal(await redises[0].client.exists(lock), 1);
  work.builds[1]?.resolve('next');
  await next;
  assert.equal(await redises[0].client.exists(lock), 0);
});

test('with Redis gone every process works from memory, with it back they share again', {
  skip,
}, async (t) => {
  const { server, redises, one, other } = await twoProcesses(t);
  assert.equal(await ask(one, now('a')), 'a');
  await server.kill();
  assert.equal(await ask(one, now('unused')), 'a');
  assert.equal(await ask(other, now('own')), 'own');
  await one.invalidate('numbers');
  assert.equal(await ask(one, now('b')), 'b');
  await server.start();
  await until(() => redises.every((redis) => redis.isUp()));
  assert.equal(await ask(other, now('c')), 'c');
  assert.equal(await ask(other, now('unused')), 'c');
});

test('an invalidation that Redis did not hear is told before the next value is read', {
  skip,
}, async (t) => {
  const { server, redises, one, other } = await twoProcesses(t);
  assert.equal(await ask(one, now('a')), 'a');
  server.freeze();
  await one.invalidate('numbers');
  server.thaw();
  await until(() => redises.every((redis) => redis.isUp()));
  assert.equal(await ask(one, now('b')), 'b');
  assert.equal(await ask(other, now('unused')), 'b');
});
