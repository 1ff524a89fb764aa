import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertTestMail } from '../routing/test-rows.ts';
import { startTestApp } from './test-app.ts';
import { accepted, insertRouted, readAll } from './test-records.ts';

test('summaries are the same list without outputs and actions, and read neither', async (t) => {
  const app = await startTestApp(t);
  for (let n = 0; n < 5; n += 1) {
    await insertRouted(app, { acceptedAt: new Date(accepted.getTime() + n * 1_000) });
  }
  await insertTestMail(app.tables, { acceptedAt: accepted, status: 'failed', subject: 'Broken' });
  for (const [view, status] of [
    ['short', 400],
    ['', 400],
    ['full', 200],
    ['summary', 200],
  ]) {
    assert.equal((await app.ask(`/executions?view=${view}`)).status, status, `view=${view}`);
  }
  const wholeOf = (query: string) => readAll(app, `/executions?${query}`, 'executions', 2);
  const queries = ['', 'status=failed', 'category=vendor', 'status=cancelled'];
  const whole = await Promise.all(queries.map(wholeOf));
  assert.ok(whole[0]?.flat().some(({ actions }) => (actions as unknown[]).length > 0));

  await app.database.pool.query('alter table agent_outputs rename to hidden_outputs');
  await app.database.pool.query('alter table actions rename to hidden_actions');
  for (const [index, query] of queries.entries()) {
    const pages = await readAll(app, `/executions?view=summary&${query}`, 'executions', 2);
    const expected = whole[index]?.map((page) =>
      page.map(({ agent_outputs: _, actions: __, ...summary }) => summary),
    );
    assert.deepEqual(pages, expected, query);
  }
});
