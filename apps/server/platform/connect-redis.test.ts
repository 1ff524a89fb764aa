import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { startRedis, whyNoRedis } from '@deskbell/testing/redis.ts';
import { until } from '@deskbell/testing/until.ts';
import { pino } from 'pino';
import { connectRedis } from './connect-redis.ts';

const skip = whyNoRedis() ?? false;

async function connected(t: TestContext, url: string) {
  const lines: string[] = [];
  const log = pino({ base: null, timestamp: false }, { write: (line) => lines.push(line) });
  const redis = await connectRedis({ url, log });
  t.after(() => redis.close());
  return { redis, lines, messages: () => lines.map((line) => JSON.parse(line).msg as string) };
}

const UP = 'Redis is connected; keys begin with "deskbell:"';
const DOWN = 'Redis does not answer; limits and caches are kept in this process';

test('without a server there is no exception, only a line in the log and a quick no', async (t) => {
  const { redis, lines, messages } = await connected(t, 'redis://:sesame@127.0.0.1:1');
  await until(() => lines.length > 0);
  assert.equal(redis.isUp(), false);
  await assert.rejects(
    redis.ask((client) => client.get('a')),
    /Redis is down/,
  );
  assert.deepEqual(messages(), [DOWN]);
  assert.match(lines.join(), /ECONNREFUSED/);
  assert.doesNotMatch(lines.join(), /sesame|127\.0\.0\.1/);
});

test('a path that is no number of a database is refused without telling the password', async () => {
  await assert.rejects(
    connectRedis({ url: 'redis://:sesame@localhost/zero', log: pino({ level: 'silent' }) }),
    (error: Error) => /REDIS_URL/.test(error.message) && !`${error.stack}`.includes('sesame'),
  );
});

test('a wrong password is told by its code only', { skip }, async (t) => {
  const server = await startRedis(t, { password: 'open-sesame' });
  const { lines } = await connected(t, server.url.replace('open', 'closed'));
  await until(() => lines.length > 0);
  assert.match(lines.join(), /WRONGPASS/);
  assert.doesNotMatch(lines.join(), /sesame/);
});

test('a killed server is found out, and found again, with one line each', { skip }, async (t) => {
  const server = await startRedis(t, { password: 'open-sesame' });
  const { redis, messages } = await connected(t, server.url);
  await until(() => redis.isUp());
  assert.equal(await redis.ask((client) => client.set('a', '1')), 'OK');
  await server.kill();
  await until(() => !redis.isUp());
  await assert.rejects(redis.ask((client) => client.get('a')));
  await server.start();
  await until(() => redis.isUp());
  assert.equal(await redis.ask((client) => client.get('a')), null);
  assert.deepEqual(messages(), [UP, DOWN, UP]);
});

test('a server that hangs holds nobody up for long, and is asked again once it answers', {
  skip,
}, async (t) => {
  const server = await startRedis(t);
  const { redis, messages } = await connected(t, server.url);
  await until(() => redis.isUp());
  server.freeze();
  const startedAtMs = performance.now();
  await assert.rejects(
    redis.ask((client) => client.get('a')),
    /in time/,
  );
  assert.ok(performance.now() - startedAtMs < 3_000);
  assert.equal(redis.isUp(), false);
  await assert.rejects(
    redis.ask((client) => client.get('a')),
    /Redis is down/,
  );
  server.thaw();
  await until(() => redis.isUp());
  assert.deepEqual(messages(), [UP, DOWN, UP]);
});

test('closing ends what waits for an answer, and may be done twice', { skip }, async (t) => {
  const server = await startRedis(t);
  const { redis, messages } = await connected(t, server.url);
  await until(() => redis.isUp());
  server.freeze();
  const asked = assert.rejects(redis.ask((client) => client.get('a')));
  await redis.close();
  await redis.close();
  await asked;
  assert.equal(redis.isUp(), false);
  assert.deepEqual(messages(), [UP]);
});
