import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateOperations } from '@deskbell/testing/generate-operations.ts';
import { NOW, openTestTools, timezone } from './test-tools.ts';

test('each agent’s figures equal SQL in any days, the last 30 when none are given', async (t) => {
  const { database, run, rows } = await openTestTools(t);
  await generateOperations({ database, executions: 2_000, days: 45, seed: 3, now: NOW });
  for (const [input, from, to] of [
    [{}, '2026-10-24', '2026-11-22'],
    [{ from: '2026-11-21', to: '2026-11-21' }, '2026-11-21', '2026-11-21'],
    [{ to: '2026-11-10' }, '2026-10-12', '2026-11-10'],
    [{ from: '2026-11-20' }, '2026-11-20', '2026-11-22'],
    [{ agent: 'vision' }, '2026-10-24', '2026-11-22'],
  ] as const) {
    const { days, agents } = await run('agent_performance', input);
    assert.deepEqual(days, { from, to });
    const expected = await rows<Record<string, number | string | null>>(
      `select agent, count(*) as runs, count(*) filter (where status = 'failed') as failures,
         round(avg(execution_time_ms), 4)::float8 as average_time_ms,
         round(avg(round(confidence::numeric, 6)), 4)::float8 as average_confidence,
         round(count(*) filter (where status = 'completed' and error_code is not null)
           / nullif(count(*) filter (where status = 'completed'
             and (error_code is not null or is_disputed is not null)), 0)::numeric, 4)::float8
           as fallback_share,
         round(count(*) filter (where is_disputed) / nullif(count(is_disputed), 0)::numeric, 4)::float8
           as disagreement_share
       from agent_outputs where (created_at at time zone $1)::date between $2 and $3
         and ($4::text is null or agent = $4)
       group by agent
       order by array_position(array['triage', 'vision', 'deadline', 'task', 'context'], agent)`,
      [timezone, from, to, 'agent' in input ? input.agent : null],
    );
    assert.ok(expected.length > 0);
    assert.deepEqual(
      agents.map(({ p95_time_ms: _, errors: __, ...figures }) => figures),
      expected,
    );
    for (const { agent, errors } of agents) {
      const codes = await rows(
        `select error_code as code, count(*) as runs from agent_outputs
         where agent = $4 and error_code is not null
           and (created_at at time zone $1)::date between $2 and $3
         group by 1 order by 2 desc, 1`,
        [timezone, from, to, agent],
      );
      assert.deepEqual(errors, codes);
    }
  }
});
