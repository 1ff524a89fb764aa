import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateOperations } from '@deskbell/testing/generate-operations.ts';
import { countsOf, NOW, openTestTools, timezone, withoutZeros } from './test-tools.ts';

test('executions by days, status and category: counts and reasons equal SQL, the pages give each once', async (t) => {
  const { database, run, all, rows } = await openTestTools(t);
  await generateOperations({ database, executions: 2_000, days: 20, seed: 6, now: NOW });
  for (const input of [
    {},
    { status: 'failed' },
    { from: '2026-11-15', to: '2026-11-21', status: 'failed' },
    { from: '2026-11-22', status: 'running' },
    { to: '2026-11-12', status: 'completed', category: 'customer' },
  ] as const) {
    const { from, to, status, category } = {
      from: null,
      to: null,
      status: null,
      category: null,
      ...input,
    };
    const inDays = `($2::date is null or (accepted_at at time zone $1)::date >= $2)
      and ($3::date is null or (accepted_at at time zone $1)::date <= $3)`;
    const result = await run('list_executions', { ...input, limit: 2 });
    assert.deepEqual(
      withoutZeros(result.by_status),
      countsOf(
        await rows(`select status as key, count(*) from executions where ${inDays} group by 1`, [
          timezone,
          from,
          to,
        ]),
      ),
    );
    assert.deepEqual(
      Object.fromEntries(result.failures.map(({ code, executions }) => [code, executions])),
      countsOf(
        await rows(
          `select error_code as key, count(*) from executions
           where ${inDays} and status = 'failed' group by 1`,
          [timezone, from, to],
        ),
      ),
    );
    const expected = await rows<{ id: string }>(
      `select id from executions where ${inDays} and ($4::text is null or status = $4)
         and ($5::text is null or category = $5)
       order by accepted_at desc, id desc`,
      [timezone, from, to, status, category],
    );
    assert.equal(result.total, expected.length);
    const listed = await all(
      'list_executions',
      { ...input, limit: 50 },
      ({ executions }) => executions,
    );
    assert.deepEqual(
      listed.map(({ ref }) => ref),
      expected.map(({ id }) => `[execution:${id.slice(-12)}]`),
    );
  }
});
