import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { insertTestMail } from '../../../operations/routing/test-rows.ts';
import type { OperationsTables } from '../../../operations/tables.ts';
import { allIsWell, NOW, openTestTools } from './test-tools.ts';

const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

test('what waits, failed and was done is counted, and today begins at midnight in New York', async (t) => {
  const { database, run } = await openTestTools(t);
  const tables = database.for<OperationsTables>();
  const midnight = 10 * 60;
  await insertTestMail(tables, { status: 'failed', acceptedAt: minutesAgo(midnight + 1) });
  await insertTestMail(tables, { acceptedAt: minutesAgo(midnight) });
  await insertTestMail(tables, { status: 'pending', acceptedAt: minutesAgo(4) });
  const health = await run('system_health');
  assert.deepEqual(
    {
      status: health.status,
      problems: health.problems,
      pending: health.pending_executions,
      running: health.running_executions,
      failed: health.failed_executions,
      failedToday: health.failed_today,
      completedToday: health.completed_today,
      lastMailAt: health.last_mail_at,
      budget: health.budget,
    },
    {
      status: 'healthy',
      problems: [],
      pending: 1,
      running: 0,
      failed: 1,
      failedToday: 0,
      completedToday: 1,
      lastMailAt: minutesAgo(4).toISOString(),
      budget: null,
    },
  );
});

test('everything that is wrong is a sentence', async (t) => {
  const { database, run, refusal } = await openTestTools(t, {
    health: {
      ...allIsWell,
      queue: 'down',
      redis: 'down',
      model: { provider: 'anthropic', name: 'claude', circuit: 'open' },
      budget: { spentUsd: 5.01, limitUsd: 5 },
      warnings: ['The model is retired.', 'The model is retired.'],
    },
  });
  const tables = database.for<OperationsTables>();
  await insertTestMail(tables, { status: 'failed', acceptedAt: minutesAgo(30) });
  await insertTestMail(tables, { status: 'pending', acceptedAt: minutesAgo(200) });
  const { executionId } = await insertTestMail(tables, { acceptedAt: minutesAgo(20) });
  for (const [channel, status, at] of [
    ['email', 'failed', minutesAgo(60)],
    ['webhook', 'uncertain', minutesAgo(60)],
    ['console', 'failed', minutesAgo(25 * 60)],
  ] as const) {
    const id = randomUUID();
    await database.pool.query(
      `insert into actions (id, execution_id, kind, action_key, payload, status, created_at)
       values ($1::uuid, $2, 'send_notification', $1::uuid::text, '{}', 'executed', $3)`,
      [id, executionId, at],
    );
    await database.pool.query(
      `insert into notifications (id, action_id, execution_id, channel, subject, body, urgency,
         status, created_at) values ($1, $1, $2, $3, '', '', 'high', $4, $5)`,
      [id, executionId, channel, status, at],
    );
  }
  const health = await run('system_health');
  assert.equal(health.status, 'degraded');
  assert.deepEqual(health.problems, [
    'The queue does not answer, so new mail is not being processed.',
    'The queue is stuck: the oldest mail in it has been waiting for 3 hours.',
    'One mail received today could not be processed.',
    'The language model does not answer just now; the rules do its work.',
    'One notification of the last 24 hours could not be sent.',
    'One notification of the last 24 hours may not have been sent.',
    'The model is retired.',
  ]);
  assert.deepEqual(health.budget, { spent_usd: 5.01, limit_usd: 5 });

  const gone = await openTestTools(t, {
    health: { ...allIsWell, status: 'unhealthy', database: 'down' },
  });
  assert.match(await gone.refusal('system_health', {}), /^The database does not answer/);
  assert.match(await refusal('system_health', { verbose: true }), /verbose/);
});
