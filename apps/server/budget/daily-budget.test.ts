import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import {
  DEFAULT_TURN_LIMITS,
  type Model,
  ModelError,
  runTurn,
  type TurnEvent,
} from '@deskbell/engine';
import { createTestDatabase } from '@deskbell/testing/postgres.ts';
import { createScriptedModel, type ScriptedStep, says } from '@deskbell/testing/scripted-model.ts';
import { until } from '@deskbell/testing/until.ts';
import { pino } from 'pino';
import { type Database, openDatabase } from '../platform/database.ts';
import { budgetWarnings } from './budget-warnings.ts';
import { createDailyBudget } from './create-daily-budget.ts';
import type { ModelCall } from './daily-budget.ts';
import { withDailyBudget } from './with-daily-budget.ts';

const silent = pino({ level: 'silent' });
const NAME = 'claude-sonnet-5-5';

async function start(t: TestContext) {
  const { url } = await createTestDatabase(t);
  const database = openDatabase({ url, log: silent });
  t.after(() => database.close());
  const time = { now: new Date('2026-11-22T15:00:00Z') };
  /** As one more process of the same service. */
  const open = async (limitUsd: number | undefined, log = silent) => {
    const budget = createDailyBudget({
      database,
      limitUsd,
      timezone: 'America/New_York',
      clock: () => time.now,
      log,
    });
    t.after(() => budget.close());
    await budget.ready();
    return budget;
  };
  return { database, time, open };
}

/** Costs `usd` and has one token of each kind. */
const call = (usd: number | null, model = NAME): ModelCall => ({
  model,
  usage: { inputTokens: 1, cacheReadTokens: 2, cacheWriteTokens: 3, outputTokens: 4 },
  costNanoUsd: usd === null ? null : usd * 1e9,
});

async function stored({ pool }: Database) {
  const { rows } = await pool.query(
    `select bucket, model, sum(calls)::int as calls, sum(unpriced_calls)::int as unpriced,
       sum(input_tokens)::int as input, sum(cache_read_tokens)::int as cache_read,
       sum(cache_write_tokens)::int as cache_write, sum(output_tokens)::int as output,
       sum(cost_nano_usd)::bigint as cost
     from model_usage group by bucket, model order by bucket, model`,
  );
  return rows;
}

/** A model with a price, and behind it one that stands in. */
function inLine(budget: Parameters<typeof withDailyBudget>[1], steps: ScriptedStep[]) {
  const model = withDailyBudget(createScriptedModel(steps, { name: NAME }), budget);
  const stepsBehind = Array.from({ length: 5 }, () => says('From the rules.'));
  const behind = createScriptedModel(stepsBehind, { name: 'clerk' });
  return { models: [model, behind] satisfies [Model, Model] };
}

async function turn(models: [Model, ...Model[]], signal = new AbortController().signal) {
  const events: TurnEvent[] = [];
  const system = { stable: '', varying: '' };
  for await (const event of runTurn({
    models,
    system,
    tools: [],
    history: [{ role: 'user', text: 'How are we doing?' }],
    principal: undefined,
    signal,
    clock: () => new Date(),
    limits: DEFAULT_TURN_LIMITS,
    wording: { refused: '', cutOff: '', noAnswer: '' },
  })) {
    events.push(event);
  }
  const last = events.at(-1);
  return last?.type === 'done' ? [last.model, last.degraded, last.reason] : last;
}

test('nothing is spent before the first call, and nothing is limited without a limit', async (t) => {
  const { open } = await start(t);
  const budget = await open(undefined);
  assert.deepEqual([budget.spentTodayUsd(), budget.isSpent()], [0, false]);
  budget.record(call(1_000_000));
  assert.deepEqual([budget.spentTodayUsd(), budget.isSpent()], [1_000_000, false]);
});

test('calls are stored by quarter of an hour and model, those without a price too', async (t) => {
  const { open, time, database } = await start(t);
  const budget = await open(5);
  budget.record(call(0.5));
  budget.record(call(0.25));
  budget.record(call(null, 'llama3.3'));
  time.now = new Date('2026-11-22T15:15:00Z');
  budget.record(call(0.125));
  await budget.close();
  const one = { input: 1, cache_read: 2, cache_write: 3, output: 4 };
  const two = { input: 2, cache_read: 4, cache_write: 6, output: 8 };
  const bucket = new Date('2026-11-22T15:00:00Z');
  assert.deepEqual(await stored(database), [
    { bucket, model: NAME, calls: 2, unpriced: 0, ...two, cost: 750_000_000 },
    { bucket, model: 'llama3.3', calls: 1, unpriced: 1, ...one, cost: 0 },
    { bucket: time.now, model: NAME, calls: 1, unpriced: 0, ...one, cost: 125_000_000 },
  ]);
  assert.equal(budget.spentTodayUsd(), 0.875);
});

test('a count that is no number does not spoil the sum', async (t) => {
  const { open, database } = await start(t);
  const budget = await open(5);
  const usage = { ...call(1).usage, inputTokens: Number.NaN };
  budget.record({ ...call(1), usage });
  budget.record({ ...call(1), costNanoUsd: Number.NaN });
  await budget.close();
  assert.equal(budget.spentTodayUsd(), 1);
  assert.equal((await stored(database))[0].calls, 2);
});

test('two processes share a budget, and none counts a call twice', async (t) => {
  const { open, database } = await start(t);
  const [one, other] = [await open(3), await open(3)];
  one.record(call(1));
  other.record(call(1.5));
  await until(() => one.spentTodayUsd() === 2.5 && other.spentTodayUsd() === 2.5);
  one.record(call(0.5));
  assert.deepEqual([one.spentTodayUsd(), one.isSpent(), other.isSpent()], [3, true, false]);
  await until(() => other.isSpent());
  const third = await open(3);
  assert.deepEqual([third.spentTodayUsd(), third.isSpent()], [3, true]);
  await one.close();
  await other.close();
  assert.equal((await stored(database))[0].cost, 3e9);
});

test('while the database is away calls count here; back, they are stored once', async (t) => {
  const { open, database } = await start(t);
  const lines: string[] = [];
  const budget = await open(9, pino({ level: 'warn' }, { write: (line) => lines.push(line) }));
  await database.pool.query('alter table model_usage rename to away');
  budget.record(call(1));
  await until(() => lines.length > 0);
  budget.record(call(2));
  assert.equal(budget.spentTodayUsd(), 3);
  await database.pool.query('alter table away rename to model_usage');
  await until(async () => (await stored(database))[0]?.cost === 3e9);
  await budget.close();
  assert.deepEqual([(await stored(database))[0].calls, budget.spentTodayUsd()], [2, 3]);
  assert.equal(lines.length, 1);
});

test('when the budget is spent the next model in line answers, until midnight', async (t) => {
  const { open, time } = await start(t);
  // One answer of the scripted model: 10 × 2000 + 5 × 10,000 nano-dollars.
  const budget = await open(0.00014);
  const { models } = inLine(budget, [says('One.'), says('Two.'), says('Three.')]);
  assert.deepEqual(await turn(models), [NAME, false, 'answered']);
  assert.deepEqual(await turn(models), [NAME, false, 'answered']);
  assert.equal(budget.isSpent(), true);
  assert.deepEqual(await turn(models), ['clerk', true, 'answered']);
  time.now = new Date('2026-11-23T04:59:59.999Z');
  assert.deepEqual(await turn(models), ['clerk', true, 'answered']);
  time.now = new Date('2026-11-23T05:00:00Z');
  assert.deepEqual([budget.isSpent(), budget.spentTodayUsd()], [false, 0]);
  assert.deepEqual(await turn(models), [NAME, false, 'answered']);
});

test('a day of 25 hours has one budget', async (t) => {
  const { open, time } = await start(t);
  time.now = new Date('2026-11-01T04:00:00Z');
  const budget = await open(1);
  budget.record(call(1));
  time.now = new Date('2026-11-02T04:59:59Z');
  assert.equal(budget.isSpent(), true);
  time.now = new Date('2026-11-02T05:00:00Z');
  assert.equal(budget.isSpent(), false);
});

test('what was spent today before a start counts, what was spent yesterday does not', async (t) => {
  const { open, time } = await start(t);
  time.now = new Date('2026-11-22T04:59:00Z');
  const before = await open(undefined);
  before.record(call(4));
  time.now = new Date('2026-11-22T05:00:00Z');
  before.record(call(2));
  assert.equal(before.spentTodayUsd(), 2);
  await before.close();
  time.now = new Date('2026-11-22T15:00:00Z');
  assert.equal((await open(2)).isSpent(), true);
  assert.equal((await open(undefined)).spentTodayUsd(), 0, 'not asked for without a limit');
});

test('calls that broke off count as far as the provider counted them, and failures are told', async () => {
  const told: unknown[] = [];
  const usage = { inputTokens: 7, cacheReadTokens: 0, cacheWriteTokens: 0, outputTokens: 0 };
  const recorded: ModelCall[] = [];
  const overloaded = new ModelError('overloaded', { message: 'busy', afterContent: true });
  const model = withDailyBudget(
    createScriptedModel(
      [
        { events: [{ type: 'usage', usage }], throws: overloaded },
        { events: [], throws: new Error('our mistake') },
        { events: [{ type: 'usage', usage }], hangs: true },
        says('Fine.'),
      ],
      { name: NAME },
    ),
    { isSpent: () => false, record: (one) => recorded.push(one) },
    {
      observer: {
        onModelCall: ({ costNanoUsd }) => told.push(costNanoUsd),
        onModelFailure: (failure) => told.push(failure),
      },
    },
  );
  await turn([model]);
  await turn([model]);
  const stop = new AbortController();
  const stopped = turn([model], stop.signal);
  // The scripted events need no more than the microtasks before it.
  await new Promise((resolve) => setImmediate(resolve));
  stop.abort();
  assert.deepEqual(await stopped, [NAME, false, 'stopped']);
  await turn([model]);
  assert.deepEqual(told, [
    { model: NAME, code: 'overloaded' },
    14_000,
    { model: NAME, code: 'other' },
    14_000,
    70_000,
  ]);
  assert.deepEqual(
    recorded.map(({ costNanoUsd }) => costNanoUsd),
    [14_000, 14_000, 70_000],
  );
});

test('a limit that does not hold for a model is told', () => {
  const models = [{ name: NAME }, { name: 'llama3.3' }];
  assert.deepEqual(budgetWarnings({ limitUsd: undefined, models }), []);
  assert.deepEqual(budgetWarnings({ limitUsd: 5, models }), [
    'DAILY_BUDGET_USD does not limit llama3.3: its price is not known here, so what it costs does not count.',
  ]);
});

test('what each desk asked is stored as its own, and counts once in the sum', async (t) => {
  const { url } = await createTestDatabase(t);
  const database = openDatabase({ url, log: silent });
  t.after(() => database.close());
  const clock = () => new Date('2026-11-22T15:00:00Z');
  const timezone = 'America/New_York';
  const budget = createDailyBudget({ database, limitUsd: 5, timezone, clock, log: silent });
  t.after(() => budget.close());
  const usage = { inputTokens: 7, cacheReadTokens: 0, cacheWriteTokens: 0, outputTokens: 1 };
  for (const desk of ['frontdesk', 'mail', undefined, 'frontdesk'] as const) {
    const steps: ScriptedStep[] = [
      { events: [{ type: 'usage', usage }], throws: new Error('cut') },
    ];
    const behind = createScriptedModel([says('Fine.')], { name: 'clerk' });
    const model = createScriptedModel(steps, { name: NAME });
    await turn([withDailyBudget(model, budget, desk === undefined ? {} : { desk }), behind]);
  }
  const spentUsd = budget.spentTodayUsd();
  await budget.close();
  const { rows } = await database.pool.query(
    'select desk, calls, count(*) over (partition by process_id)::int as of_process from model_usage order by desk',
  );
  assert.deepEqual(rows, [
    { desk: 'frontdesk', calls: 2, of_process: 1 },
    { desk: 'mail', calls: 1, of_process: 1 },
    { desk: null, calls: 1, of_process: 1 },
  ]);
  const next = createDailyBudget({ database, limitUsd: 5, timezone, clock, log: silent });
  t.after(() => next.close());
  await next.ready();
  assert.equal(next.spentTodayUsd(), spentUsd);
});
