import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AgentDisagreementPage, AgentReport } from '@deskbell/protocol';
import { insertTestMail } from '../routing/test-rows.ts';
import type { AgentName } from '../tables.ts';
import { startTestApp, type TestApp } from './test-app.ts';

/** 'The clock' of the test app: 10:00 in New York. */
const NOW = new Date('2026-11-22T15:00:00Z');
const HOUR_MS = 3_600_000;

interface Run {
  agent?: AgentName;
  at?: Date;
  isDisputed?: boolean | null;
  errorCode?: string | null;
  hasFailed?: boolean;
  timeMs?: number;
  costNanoUsd?: number | null;
  subject?: string;
}

/** One stored output of a mail of its own. */
async function insertRun({ tables }: TestApp, run: Run = {}): Promise<string> {
  const { agent = 'triage', at = NOW, hasFailed = false, isDisputed = null } = run;
  const mail = await insertTestMail(tables, { acceptedAt: at, subject: run.subject ?? 'A lease' });
  await tables
    .insertInto('agent_outputs')
    .values({
      execution_id: mail.executionId,
      agent,
      status: hasFailed ? 'failed' : 'completed',
      findings: hasFailed
        ? null
        : '{"category":"vendor","type":"invoice","urgency":70,"risk":"low"}',
      evidence: '[]',
      confidence: hasFailed ? null : 0.5,
      next_actions: [],
      execution_time_ms: run.timeMs ?? 100,
      model_used: isDisputed === null ? 'rules@1' : 'claude',
      is_disputed: isDisputed,
      error_code: run.errorCode ?? null,
      input_tokens: 1000,
      output_tokens: 50,
      cost_nano_usd: run.costNanoUsd === undefined ? 7_000 : run.costNanoUsd,
      created_at: at,
    })
    .execute();
  return mail.executionId;
}

async function report({ ask }: TestApp, window?: string): Promise<AgentReport> {
  const { status, body } = await ask(
    `/api/agents${window === undefined ? '' : `?window=${window}`}`,
  );
  assert.equal(status, 200);
  return body as unknown as AgentReport;
}

async function disagreements({ ask }: TestApp, query = ''): Promise<AgentDisagreementPage> {
  const { status, body } = await ask(`/api/agents/disagreements${query}`);
  assert.equal(status, 200, JSON.stringify(body));
  return body as unknown as AgentDisagreementPage;
}

describe('the figures of agents', () => {
  it('a window or an agent that there is not is refused by its name', async (t) => {
    const { ask } = await startTestApp(t);
    for (const [path, word] of [
      ['/api/agents?window=year', 'window'],
      ['/api/agents?window=', 'window'],
      ['/api/agents/disagreements?agent=robot', 'agent'],
    ] as const) {
      const { status, body } = await ask(path);
      assert.equal(status, 400, path);
      assert.match(String(body.detail), new RegExp(word));
    }
  });

  it('without a run every share and average is null, not 0, and every day is there', async (t) => {
    const app = await startTestApp(t);
    const { agents, from, to, window } = await report(app);
    assert.deepEqual([window, from, to], ['7d', '2026-11-16', '2026-11-22']);
    assert.deepEqual(
      agents.map(({ agent }) => agent),
      ['triage', 'vision', 'deadline', 'task', 'context'],
    );
    for (const agent of agents) {
      assert.deepEqual(
        [agent.runs, agent.failed, agent.input_tokens, agent.cost_nano_usd],
        [0, 0, 0, 0],
      );
      assert.deepEqual(
        [
          agent.average_ms,
          agent.p95_ms,
          agent.average_confidence,
          agent.fallback_share,
          agent.disputed_share,
        ],
        [null, null, null, null, null],
      );
      assert.equal(agent.trend.length, 14);
      assert.ok(agent.trend.every(({ runs, average_ms }) => runs === 0 && average_ms === null));
    }
  });

  it('rules that no model was configured beside are no fallback; a model that could not answer is one', async (t) => {
    const app = await startTestApp(t);
    await insertRun(app);
    await insertRun(app, { hasFailed: true, errorCode: 'time_limit' });
    const [alone] = (await report(app, 'today')).agents;
    assert.equal(alone?.fallback_share, null);
    assert.equal(alone?.disputed_share, null);
    assert.deepEqual([alone?.runs, alone?.failed], [2, 1]);

    await insertRun(app, { isDisputed: false });
    await insertRun(app, { isDisputed: true });
    await insertRun(app, { errorCode: 'model_unavailable', costNanoUsd: null });
    const [asked] = (await report(app, 'today')).agents;
    assert.equal(asked?.fallback_share, 1 / 3);
    assert.equal(asked?.disputed_share, 1 / 2);
    assert.deepEqual(
      [asked?.input_tokens, asked?.output_tokens, asked?.cost_nano_usd, asked?.unpriced_runs],
      [5_000, 250, 28_000, 1],
    );
    assert.equal(asked?.average_ms, 100);
    assert.deepEqual(
      asked?.errors.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
      [
        { code: 'model_unavailable', runs: 1 },
        { code: 'time_limit', runs: 1 },
      ],
    );
  });

  it('hole: "today" mixed UTC and local: a run belongs to its day in the business time zone', async (t) => {
    const app = await startTestApp(t);
    // Half an hour before and after midnight in New York, and the first and last moment of a week.
    const midnight = new Date('2026-11-22T05:00:00Z').getTime();
    await insertRun(app, { at: new Date(midnight - 1) });
    await insertRun(app, { at: new Date(midnight), timeMs: 300 });
    await insertRun(app, { at: new Date(midnight - 6 * 24 * HOUR_MS) });
    await insertRun(app, { at: new Date(midnight - 6 * 24 * HOUR_MS - 1) });
    await insertRun(app, { at: new Date(midnight - 29 * 24 * HOUR_MS) });
    const runs = async (window: string) => (await report(app, window)).agents[0]?.runs;
    assert.deepEqual([await runs('today'), await runs('7d'), await runs('30d')], [1, 3, 5]);
    const month = (await report(app, '30d')).agents[0]?.trend ?? [];
    assert.equal(month.length, 30);
    assert.deepEqual(
      month.filter((day) => day.runs > 0).map(({ day, runs: count }) => [day, count]),
      [
        // The clocks went back on November 1: an hour before midnight, in summer time.
        ['2026-10-24', 1],
        ['2026-11-15', 1],
        ['2026-11-16', 1],
        ['2026-11-21', 1],
        ['2026-11-22', 1],
      ],
    );
    assert.equal(month.at(-1)?.average_ms, 300);
  });
});

describe('disagreements', () => {
  it('agreement, rules alone and failures are not among them', async (t) => {
    const app = await startTestApp(t);
    await insertRun(app);
    await insertRun(app, { isDisputed: false });
    await insertRun(app, { hasFailed: true, errorCode: 'crashed' });
    assert.deepEqual(await disagreements(app), { disagreements: [], next_cursor: null });
  });

  it('come newest first, each once, page by page, of all agents or of one, with their mail', async (t) => {
    const app = await startTestApp(t);
    const expected: string[] = [];
    for (let n = 0; n < 7; n += 1) {
      // Three at the same moment.
      const at = new Date(NOW.getTime() - 10 * HOUR_MS + Math.floor(n / 3) * 1000);
      const agent = n % 2 === 0 ? 'triage' : 'context';
      expected.push(await insertRun(app, { isDisputed: true, at, agent, subject: `Mail ${n}` }));
    }
    const readAll = async (query: string) => {
      const items: AgentDisagreementPage['disagreements'] = [];
      let cursor: string | null = null;
      do {
        const next: string = cursor === null ? '' : `&cursor=${cursor}`;
        const page = await disagreements(app, `?limit=2${query}${next}`);
        items.push(...page.disagreements);
        cursor = page.next_cursor;
      } while (cursor !== null);
      return items;
    };
    const all = await readAll('');
    assert.deepEqual(
      all.map(({ execution_id }) => execution_id),
      expected.toReversed(),
    );
    assert.deepEqual(
      (await readAll('&agent=context')).map(({ email }) => email.subject),
      ['Mail 5', 'Mail 3', 'Mail 1'],
    );
    const [newest] = all;
    assert.ok(newest !== undefined);
    assert.deepEqual(
      { ...newest, email: { ...newest.email, id: '' } },
      {
        execution_id: expected.at(-1),
        agent: 'triage',
        created_at: '2026-11-22T05:00:02.000Z',
        model_used: 'claude',
        confidence: 0.5,
        used: [
          { name: 'category', value: 'vendor' },
          { name: 'type', value: 'invoice' },
          { name: 'urgency', value: '70' },
        ],
        email: { id: '', subject: 'Mail 6', sender: 'ann@vans.example' },
      },
    );
  });
});
