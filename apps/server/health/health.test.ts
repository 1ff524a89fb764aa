import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { createTestDatabase } from '@deskbell/testing/postgres.ts';
import { startRedis, whyNoRedis } from '@deskbell/testing/redis.ts';
import { createScriptedModel } from '@deskbell/testing/scripted-model.ts';
import { until } from '@deskbell/testing/until.ts';
import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { pino } from 'pino';
import { createDailyBudget } from '../budget/create-daily-budget.ts';
import { withDailyBudget } from '../budget/with-daily-budget.ts';
import { connectRedis } from '../platform/connect-redis.ts';
import { openDatabase } from '../platform/database.ts';
import { createReadHealth, type HealthOptions } from './create-read-health.ts';
import { healthRoutes } from './health-routes.ts';

const log = pino({ level: 'silent' });
const NAME = 'claude-sonnet-5-5';

async function start(t: TestContext, parts: Partial<HealthOptions> = {}) {
  const database = openDatabase({ url: (await createTestDatabase(t)).url, log });
  t.after(() => database.close());
  const clock = () => new Date('2026-11-22T15:00:00Z');
  const readHealth = createReadHealth({
    database,
    languageModels: { models: [], warnings: [] },
    operations: undefined,
    redis: undefined,
    budget: undefined,
    ...parts,
  });
  const app = Fastify();
  t.after(() => app.close());
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(healthRoutes, { readHealth, database, version: '1.2.3', clock });
  const ask = async (url: string) => {
    const response = await app.inject(url);
    return { status: response.statusCode, body: response.json() };
  };
  return { database, clock, readHealth, ask };
}

test('without any language model, back office or Redis all is well', async (t) => {
  const { ask, readHealth } = await start(t);
  assert.deepEqual(await ask('/health'), {
    status: 200,
    body: {
      status: 'healthy',
      service: 'deskbell',
      version: '1.2.3',
      timestamp: '2026-11-22T15:00:00.000Z',
      chat_service_active: true,
      model: { provider: 'clerk', name: 'clerk', circuit: 'closed' },
      database: 'up',
      redis: 'off',
      warnings: [],
    },
  });
  assert.deepEqual(await ask('/ready'), { status: 200, body: { ready: true } });
  assert.deepEqual((await readHealth()).budget, undefined);
});

test('without the database the service is unhealthy and not ready', async (t) => {
  const { ask, database } = await start(t, {
    operations: { pipeline: { check: () => Promise.reject(new Error('away')) } },
  });
  await database.close();
  const { status, body } = await ask('/health');
  assert.deepEqual(
    [status, body.status, body.database, body.queue, body.chat_service_active],
    [503, 'unhealthy', 'down', 'down', false],
  );
  assert.deepEqual(await ask('/ready'), { status: 503, body: { ready: false } });
});

test('a part that never answers is down after a while', async (t) => {
  const check = () => new Promise<never>(() => {});
  const { readHealth } = await start(t, { operations: { pipeline: { check } } });
  assert.equal((await readHealth()).queue, 'down');
});

test('many who ask at once ask each part once, and the next one asks again', async (t) => {
  const asked: (() => void)[] = [];
  const check = () => new Promise<void>((resolve) => asked.push(resolve));
  const { ask } = await start(t, { operations: { pipeline: { check } } });
  const answers = Promise.all(Array.from({ length: 50 }, () => ask('/health')));
  await until(() => asked.length > 0);
  asked[0]?.();
  assert.deepEqual(new Set((await answers).map(({ body }) => body.queue)), new Set(['up']));
  assert.equal(asked.length, 1);
  const next = ask('/health');
  await until(() => asked.length === 2);
  asked[1]?.();
  assert.equal((await next).body.queue, 'up');
});

test('a model whose circuit is open is told', async (t) => {
  const model = createScriptedModel([], { name: NAME, isAvailable: () => false });
  const { readHealth, ask } = await start(t, {
    languageModels: { models: [model], warnings: ['It retires soon.'] },
  });
  const { model: told, warnings } = await readHealth();
  assert.deepEqual(told, { provider: 'anthropic', name: NAME, circuit: 'open' });
  assert.deepEqual(warnings, ['It retires soon.']);
  assert.deepEqual((await ask('/health')).body.warnings, [
    `${NAME} does not answer just now; the next model in line does.`,
    'It retires soon.',
  ]);
});

test('a spent budget is a warning and no open circuit', async (t) => {
  const database = openDatabase({ url: (await createTestDatabase(t)).url, log });
  t.after(() => database.close());
  const clock = () => new Date('2026-11-22T15:00:00Z');
  const timezone = 'America/New_York';
  const budget = createDailyBudget({ database, limitUsd: 2, timezone, clock, log });
  t.after(() => budget.close());
  const model = withDailyBudget(createScriptedModel([], { name: NAME }), budget);
  const { readHealth } = await start(t, {
    languageModels: { models: [model], warnings: [] },
    budget,
  });
  assert.deepEqual((await readHealth()).warnings, []);
  const usage = { inputTokens: 1, cacheReadTokens: 0, cacheWriteTokens: 0, outputTokens: 0 };
  budget.record({ model: NAME, usage, costNanoUsd: 2_500_000_000 });
  const health = await readHealth();
  assert.deepEqual(health.budget, { spentUsd: 2.5, limitUsd: 2 });
  assert.equal(health.model.circuit, 'closed');
  assert.deepEqual(health.warnings, [
    "Today's budget for language models is spent: until midnight the clerk answers and rules read the mail.",
  ]);
});

test('Redis may be down, and the service is healthy', {
  skip: whyNoRedis() ?? false,
}, async (t) => {
  const server = await startRedis(t);
  const redis = await connectRedis({ url: server.url, log });
  t.after(() => redis.close());
  await until(() => redis.isUp());
  const { ask } = await start(t, { redis });
  assert.equal((await ask('/health')).body.redis, 'up');
  await server.kill();
  const { status, body } = await ask('/health');
  assert.deepEqual([status, body.status, body.redis], [200, 'healthy', 'down']);
  assert.deepEqual(body.warnings, [
    'Redis does not answer: each process keeps its own limits and caches.',
  ]);
});
