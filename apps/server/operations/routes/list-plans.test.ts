import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateOperations } from '@deskbell/testing/generate-operations.ts';
import { startTestApp, type TestApp } from './test-app.ts';

const paths = [
  '/api/tasks?open=true',
  '/api/tasks?open=true&order=due',
  '/api/tasks?open=true&order=due&assignee=Lee',
  '/api/tasks?open=true&order=due&assignee=nobody',
  '/api/tasks?open=true&priority=urgent&order=due',
  '/api/tasks?status=in_progress&order=due',
  '/api/tasks/assignees',
  '/api/deadlines?from=2026-11-22&to=2026-11-22',
  '/api/deadlines?from=2026-11-22&to=2026-11-28&limit=1000&status=all',
  '/api/deadlines?from=2026-11-01&to=2026-11-02&status=cancelled',
  '/api/emails?status=failed',
  '/api/emails?status=completed',
  '/api/emails?category=staff',
  '/api/emails?category=customer&status=failed',
  '/api/emails?has_attachments=true',
  '/api/emails?has_attachments=true&status=failed',
  '/api/emails?sender=nobody@x.example&status=failed',
  '/api/emails?sender=crew3@business.example&category=vendor',
  '/api/emails?domain=system.example&category=vendor&status=cancelled',
  '/executions?risk=critical',
  '/executions?risk=high&category=staff&view=summary',
  '/api/reviews',
];

test('among tens of thousands of mails the lists of the console are read off their indexes', async (t) => {
  const app = await startTestApp(t);
  const { database, clock, ask } = app;
  await generateOperations({ database, executions: 30_000, days: 90, seed: 4, now: clock.now });
  for (const path of paths) {
    const statements = await statementsOf(app, async () => {
      assert.equal((await ask(path)).status, 200, path);
    });
    assert.ok(statements.length > 0, path);
    for (const { text, values } of statements) {
      const { rows } = await database.pool.query<{
        'QUERY PLAN': [{ Plan: Record<string, number> }];
      }>(`explain (analyze, buffers, format json) ${text}`, values);
      const plan = rows[0]?.['QUERY PLAN'][0].Plan;
      const blocks = (plan?.['Shared Hit Blocks'] ?? 0) + (plan?.['Shared Read Blocks'] ?? 0);
      assert.ok(blocks < 2_000, `${path}: ${blocks} blocks`);
      assert.doesNotMatch(JSON.stringify(plan), /Seq Scan/, path);
    }
  }
});

interface Statement {
  text: string;
  values: unknown[];
}

/** The statements that a request sends to the pool. */
async function statementsOf(
  { database: { pool } }: TestApp,
  request: () => Promise<void>,
): Promise<Statement[]> {
  const statements: Statement[] = [];
  const query = pool.query;
  const record = (...call: unknown[]): unknown => {
    const [text, values] = call;
    if (typeof text === 'string') statements.push({ text, values: (values as unknown[]) ?? [] });
    return Reflect.apply(query, pool, call);
  };
  Object.assign(pool, { query: record });
  try {
    await request();
  } finally {
    Object.assign(pool, { query });
  }
  return statements;
}
