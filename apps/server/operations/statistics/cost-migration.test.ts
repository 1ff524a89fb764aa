import assert from 'node:assert/strict';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { createEmptyDatabase } from '@deskbell/testing/postgres.ts';
import { until } from '@deskbell/testing/until.ts';
import type { PoolClient } from 'pg';
import { pino } from 'pino';
import { type Database, openDatabase } from '../../platform/database.ts';
import { listMigrations, MIGRATIONS_FOLDER, migrate } from '../../platform/migrate.ts';
import { insertTestMail } from '../routing/test-rows.ts';
import type { OperationsTables } from '../tables.ts';
import { readAgentStatistics } from './read-agent-statistics.ts';

const log = pino({ level: 'silent' });

const insertOutput = (client: PoolClient, executionId: string) =>
  client.query(
    `insert into agent_outputs (execution_id, agent, status, findings, evidence, confidence,
       next_actions, execution_time_ms, model_used, created_at)
     values ($1, 'task', 'completed', '{"tasks":[]}', '[]', 0.5, '{}', 4, 'rules@1', now())`,
    [executionId],
  );

/** A database as the version before migration 0009 has it. */
async function openEarlier(t: TestContext): Promise<Database> {
  const folder = await mkdtemp(join(tmpdir(), 'earlier-migrations-'));
  t.after(() => rm(folder, { recursive: true }));
  for (const file of await listMigrations()) {
    if (file < '0009') await copyFile(join(MIGRATIONS_FOLDER, file), join(folder, file));
  }
  const { url } = await createEmptyDatabase(t);
  const database = openDatabase({ url, log });
  t.after(() => database.close());
  await migrate({ database, folder, log });
  return database;
}

test('a mail that ends while the migration waits for it, and one that is taken up, do not lock each other out', async (t) => {
  const database = await openEarlier(t);
  const tables = database.for<OperationsTables>();
  const { executionId } = await insertTestMail(tables);
  const ending = await database.pool.connect();
  try {
    // In the order of the statements by which the server of the version before ends a mail.
    await ending.query('begin');
    await ending.query('lock table agent_outputs in row exclusive mode');
    const migrated = migrate({ database, log });
    const waiting = () =>
      database.pool.query(
        `select from pg_locks where not granted
         and database = (select oid from pg_database where datname = current_database())`,
      );
    await until(async () => (await waiting()).rows.length > 0);
    await database.pool.query(
      `with claimed as (update executions set attempts = 2 where id = $1 returning id)
       select count(agent) from claimed left join agent_outputs on execution_id = claimed.id`,
      [executionId],
    );
    await insertOutput(ending, executionId);
    for (const table of ['reviews', 'tasks', 'calendar_events', 'executions']) {
      await ending.query(`lock table ${table} in row exclusive mode`);
    }
    await ending.query('commit');
    assert.equal((await migrated)[0], '0009-console');
  } finally {
    ending.release(true);
  }
});

test('what agents cost before it was counted is counted, and everything else as before', async (t) => {
  const database = await openEarlier(t);
  const tables = database.for<OperationsTables>();
  const insertRun = async (costNanoUsd: number | null) => {
    const { executionId } = await insertTestMail(tables);
    await tables
      .insertInto('agent_outputs')
      .values({
        execution_id: executionId,
        agent: 'task',
        status: 'completed',
        findings: '{"tasks":[]}',
        evidence: '[]',
        confidence: 0.5,
        next_actions: [],
        execution_time_ms: 40,
        model_used: 'claude',
        is_disputed: true,
        error_code: null,
        input_tokens: 900,
        output_tokens: 80,
        cost_nano_usd: costNanoUsd,
        created_at: new Date(),
      })
      .execute();
  };
  await insertRun(7_000);
  await insertRun(null);

  assert.equal((await migrate({ database, log }))[0], '0009-console');
  await insertRun(500);

  const statistics = await readAgentStatistics({ database, timezone: 'UTC', window: {} });
  const task = statistics.find(({ agent }) => agent === 'task');
  assert.deepEqual(task, {
    agent: 'task',
    runs: 3,
    failures: 0,
    averageTimeMs: 40,
    p95TimeMs: task?.p95TimeMs,
    averageConfidence: 0.5,
    fallbackShare: 0,
    disagreementShare: 1,
    inputTokens: 2_700,
    outputTokens: 240,
    costNanoUsd: 7_500,
    unpricedRuns: 1,
    errors: [],
  });
});
