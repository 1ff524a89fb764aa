import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { DEFAULT_TURN_LIMITS, defineTool, ModelError } from '@deskbell/engine';
import { createTestDatabase } from '@deskbell/testing/postgres.ts';
import {
  calls,
  createScriptedModel,
  type ScriptedStep,
  says,
} from '@deskbell/testing/scripted-model.ts';
import { until } from '@deskbell/testing/until.ts';
import Fastify from 'fastify';
import { pino } from 'pino';
import { v7 as uuidV7 } from 'uuid';
import { z } from 'zod';
import { withDailyBudget } from '../budget/with-daily-budget.ts';
import type { Desk } from '../chat/desk.ts';
import { createTurnRunner } from '../chat/turn-runner.ts';
import { insertTestMail } from '../operations/routing/test-rows.ts';
import type { OperationsTables } from '../operations/tables.ts';
import { type Database, openDatabase } from '../platform/database.ts';
import { registerProblemHandling } from '../platform/http/problem-handling.ts';
import { createSameOriginCheck } from '../platform/http/same-origin.ts';
import { createListener } from '../platform/listener.ts';
import { createApiKeys } from '../platform/sign-in/api-keys.ts';
import { createStaffAccess } from '../platform/sign-in/staff-access.ts';
import { createMetrics, type Metrics } from './create-metrics.ts';
import { metricsRoutes } from './metrics-routes.ts';
import { watchServices } from './watch-services.ts';

const log = pino({ level: 'silent' });
const clock = () => new Date('2026-11-22T15:00:00Z');
const NAME = 'claude-sonnet-5-5';

async function openTestDatabase(t: TestContext) {
  const { url } = await createTestDatabase(t);
  const database = openDatabase({ url, log });
  t.after(() => database.close());
  return { url, database };
}

/** The lines of some metrics, without comments. */
async function linesOf({ registry }: Pick<Metrics, 'registry'>, ...names: string[]) {
  const text = await registry.metrics();
  return text.split('\n').filter((line) => names.some((name) => line.startsWith(name)));
}

function watch(database: Database, metrics: Metrics, operations?: object) {
  watchServices({
    registry: metrics.registry,
    database,
    operations,
    redis: undefined,
    budget: undefined,
    server: Fastify().server,
    version: '1.2.3',
    clock,
  });
}

/** Runs one turn for each script, one after the other. */
async function runTurns(t: TestContext, metrics: Metrics, scripts: ScriptedStep[][]) {
  const { url, database } = await openTestDatabase(t);
  const listener = createListener({ url, log });
  t.after(() => listener.close());
  const runner = createTurnRunner({ database, listener, observer: metrics, clock, log });
  t.after(() => runner.drain(0));
  const tools = [
    defineTool({
      name: 'count_mail',
      description: '',
      label: 'Counting',
      input: z.strictObject({ isBroken: z.boolean().optional() }),
      run: ({ isBroken }) => {
        if (isBroken) throw new Error('a fault of ours');
        return { content: { mails: 3 } };
      },
    }),
  ];
  for (const steps of scripts) {
    const scripted = createScriptedModel(steps, { name: NAME });
    const model = withDailyBudget(
      scripted,
      { isSpent: () => false, record: () => {} },
      { observer: metrics },
    );
    const desk: Desk<null> = {
      name: 'backoffice',
      models: [model],
      limits: DEFAULT_TURN_LIMITS,
      historyTurns: 4,
      wording: { refused: '', cutOff: '', noAnswer: '' },
      errorMessage: (code) => code,
      system: () => ({ stable: '', varying: '' }),
      tools: () => tools,
      toolLabel: () => '',
    };
    const owner = { desk: desk.name, ownerId: 'maya' };
    const outcome = await runner.start({ desk, principal: null, owner, text: 'How many?' });
    assert.ok(outcome.kind === 'started');
    await until(() => runner.localLog(outcome.log.turnId) === undefined);
  }
}

test('a turn counts by desk, outcome and tools, and nothing anybody wrote is in it', async (t) => {
  const metrics = createMetrics();
  const overloaded = new ModelError('overloaded', { message: 'busy', afterContent: false });
  await runTurns(t, metrics, [
    [
      calls([
        { callId: 'a', tool: 'count_mail', input: {} },
        { callId: 'b', tool: 'count_mail', input: { isBroken: true } },
        { callId: 'c', tool: 'drop_tables', input: {} },
      ]),
      says('Three.'),
    ],
    [{ events: [], throws: overloaded }],
  ]);
  assert.deepEqual(
    await linesOf(
      metrics,
      'deskbell_turns',
      'deskbell_first_token_seconds_count',
      'deskbell_turn_seconds_count',
      'deskbell_tool_calls',
      'deskbell_model',
    ),
    [
      'deskbell_turns_total{desk="backoffice",outcome="answered",degraded="false"} 1',
      'deskbell_turns_total{desk="backoffice",outcome="model_unavailable",degraded="false"} 1',
      'deskbell_turns_running{desk="backoffice"} 0',
      'deskbell_first_token_seconds_count{desk="backoffice"} 1',
      'deskbell_turn_seconds_count{desk="backoffice"} 2',
      'deskbell_tool_calls_total{tool="unknown",outcome="refused"} 1',
      'deskbell_tool_calls_total{tool="count_mail",outcome="worked"} 1',
      'deskbell_tool_calls_total{tool="count_mail",outcome="failed"} 1',
      `deskbell_model_calls_total{model="${NAME}"} 2`,
      `deskbell_model_failures_total{model="${NAME}",code="overloaded"} 1`,
      `deskbell_model_tokens_total{model="${NAME}",kind="input"} 20`,
      `deskbell_model_tokens_total{model="${NAME}",kind="output"} 10`,
      `deskbell_model_cost_usd_total{model="${NAME}"} 0.00014`,
    ],
  );
  assert.doesNotMatch(await metrics.registry.metrics(), /drop_tables|How many|Three|maya/);
});

test('mail is counted as the table has it, and read once for many scrapes', async (t) => {
  const { database } = await openTestDatabase(t);
  const statuses = ['pending', 'pending', 'running', 'failed', 'completed'] as const;
  for (const [index, status] of statuses.entries()) {
    await insertMail(database, status, new Date(clock().getTime() - (index + 1) * 60_000));
  }
  const metrics = createMetrics();
  watch(database, metrics, {});
  const expected = [
    'deskbell_executions{status="pending"} 2',
    'deskbell_executions{status="running"} 1',
    'deskbell_executions{status="completed"} 1',
    'deskbell_executions{status="failed"} 1',
    'deskbell_executions{status="cancelled"} 0',
    'deskbell_oldest_waiting_mail_seconds 120',
  ];
  const read = async () =>
    (await linesOf(metrics, 'deskbell_executions', 'deskbell_oldest')).toSorted();
  assert.deepEqual(await read(), expected.toSorted());
  await insertMail(database, 'pending', clock());
  assert.deepEqual(await read(), expected.toSorted());
});

test('without the database only what is read from it is missing', async (t) => {
  const { database } = await openTestDatabase(t);
  const metrics = createMetrics();
  watch(database, metrics, {});
  await database.close();
  assert.deepEqual(await linesOf(metrics, 'deskbell_executions', 'deskbell_oldest'), []);
  assert.deepEqual(await linesOf(metrics, 'deskbell_info', 'deskbell_database'), [
    'deskbell_info{version="1.2.3"} 1',
    'deskbell_database_connections 0',
    'deskbell_database_connections_idle 0',
    'deskbell_database_queries_waiting 0',
  ]);
  assert.equal((await linesOf(metrics, 'nodejs_eventloop_lag_p99_seconds')).length, 1);
});

test('two of them in one process do not meet', async () => {
  const [one, other] = [createMetrics(), createMetrics()];
  one.onTurnStarted('frontdesk');
  assert.deepEqual(await linesOf(one, 'deskbell_turns_running'), [
    'deskbell_turns_running{desk="frontdesk"} 1',
  ]);
  assert.deepEqual(await linesOf(other, 'deskbell_turns_running'), []);
});

test('only staff may read them: nobody, customers and wrong keys may not', async (t) => {
  const { database } = await openTestDatabase(t);
  const apiKeys = createApiKeys({ database, clock });
  const { key } = await apiKeys.create({ name: 'Prometheus', role: 'staff', createdBy: 'maya' });
  const app = Fastify();
  t.after(() => app.close());
  registerProblemHandling(app);
  const metrics = createMetrics();
  await app.register(metricsRoutes, {
    registry: metrics.registry,
    checkSameOrigin: createSameOriginCheck([]),
    staff: createStaffAccess({
      signIn: {
        customerFor: async ({ headers }) =>
          headers.cookie === undefined ? null : { customerId: uuidV7(), role: 'customer' },
      },
      apiKeys,
      isOpenToThisMachine: false,
    }),
  });
  const ask = async (headers: Record<string, string>) =>
    await app.inject({ url: '/metrics', headers });
  assert.equal((await ask({})).statusCode, 401);
  assert.equal((await ask({ cookie: 'a customer' })).statusCode, 403);
  assert.equal((await ask({ authorization: 'Bearer nonsense' })).statusCode, 401);
  const response = await ask({ authorization: `Bearer ${key}` });
  assert.equal(response.statusCode, 200);
  assert.equal(response.headers['content-type'], metrics.registry.contentType);
  assert.match(response.body, /^process_cpu_seconds_total \d/m);
});

async function insertMail(
  database: Database,
  status: 'pending' | 'running' | 'completed' | 'failed',
  acceptedAt: Date,
): Promise<void> {
  const { executionId } = await insertTestMail(database.for<OperationsTables>(), {
    acceptedAt,
    status: status === 'running' ? 'pending' : status,
  });
  if (status !== 'running') return;
  await database.pool.query("update executions set status = 'running' where id = $1", [
    executionId,
  ]);
}
