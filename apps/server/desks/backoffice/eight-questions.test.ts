import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { createClaudeModel } from '@deskbell/engine';
import { startFakeClaude } from '@deskbell/testing/fake-claude/fake-claude.ts';
import { text, toolCalls } from '@deskbell/testing/fake-claude/replies.ts';
import { generateOperations } from '@deskbell/testing/generate-operations.ts';
import { startTestServer, type TestServer } from '@deskbell/testing/start-test-server.ts';
import { pino } from 'pino';
import { seedDemoMail } from '../../operations/demo/seed-demo-mail.ts';
import { EXECUTIONS_CHANNEL } from '../../operations/pipeline/job-queue.ts';
import { createListener } from '../../platform/listener.ts';
import { type Answer, ask, type StoredCall, says } from './test-answers.ts';
import { assertEqualsSql } from './test-expected.ts';
import { type Question, wordings } from './test-wordings.ts';
import type { ToolName } from './tools/tool-results.ts';

/** A Sunday in New York: an edge of the week. */
const NOW = new Date('2026-11-22T15:00:00Z');
const TODAY = '2026-11-22';
const timezone = 'America/New_York';
const questions = Object.keys(wordings) as Question[];

/** What has to be looked up for each question, and the figure the answer has to give. */
const expected: Record<Question, { tools: ToolName[]; figure(calls: StoredCall[]): number }> = {
  emails_today: {
    tools: ['list_emails'],
    figure: (calls) => {
      const { result } = callOf(calls, 'list_emails');
      assert.deepEqual(result.days, { from: TODAY, to: TODAY });
      return result.total;
    },
  },
  failed_executions: {
    tools: ['list_executions', 'list_emails'],
    figure: (calls) => {
      const [call] = calls.filter(
        ({ tool }) => tool === 'list_executions' || tool === 'list_emails',
      );
      assert.ok(call?.tool === 'list_executions' || call?.tool === 'list_emails');
      assert.equal(call.input.status, 'failed');
      return call.result.total;
    },
  },
  tasks_this_week: {
    tools: ['list_tasks'],
    figure: (calls) => {
      const { input, result } = callOf(calls, 'list_tasks');
      assert.ok((input.due_from ?? TODAY) <= TODAY && (input.due_to ?? '') >= TODAY);
      return result.total;
    },
  },
  agents: {
    tools: ['agent_performance'],
    figure: (calls) => callOf(calls, 'agent_performance').result.agents[0]?.runs ?? -1,
  },
  fire_inspection: {
    tools: ['search_emails'],
    figure: (calls) => callOf(calls, 'search_emails').result.total,
  },
  vendors: {
    tools: ['vendor_history'],
    figure: (calls) => callOf(calls, 'vendor_history').result.vendor_mails,
  },
  health: {
    tools: ['system_health'],
    figure: (calls) => callOf(calls, 'system_health').result.failed_executions,
  },
  attention: {
    tools: ['attention_items'],
    figure: (calls) => callOf(calls, 'attention_items').result.total,
  },
};

type CallOf<Name extends ToolName> = Extract<StoredCall, { tool: Name }>;

function callOf<Name extends ToolName>(calls: readonly StoredCall[], name: Name): CallOf<Name> {
  const call = calls.find(({ tool }) => tool === name);
  assert.ok(call !== undefined, `${name} was not asked, but ${calls.map(({ tool }) => tool)}`);
  return call as CallOf<Name>;
}

/** The same questions as a language model would look them up. */
const lookups: Record<Question, { name: ToolName; input: Record<string, unknown> }> = {
  emails_today: { name: 'list_emails', input: { from: TODAY, to: TODAY } },
  failed_executions: { name: 'list_executions', input: { status: 'failed' } },
  tasks_this_week: { name: 'list_tasks', input: { due_from: TODAY, due_to: '2026-11-28' } },
  agents: { name: 'agent_performance', input: {} },
  fire_inspection: { name: 'search_emails', input: { query: 'fire inspection' } },
  vendors: { name: 'vendor_history', input: {} },
  health: { name: 'system_health', input: {} },
  attention: { name: 'attention_items', input: {} },
};

const states: Record<string, (t: TestContext, server: TestServer) => Promise<void>> = {
  'an empty database': async () => {},
  'the demonstration': sendDemoMail,
  '200,000 executions': (_t, { database }) =>
    generateOperations({ database, executions: 200_000, days: 30, seed: 4, now: NOW }),
};

async function sendDemoMail(t: TestContext, server: TestServer): Promise<void> {
  const { operations, database, databaseUrl } = server;
  assert.ok(operations !== undefined);
  const listener = createListener({ url: databaseUrl, log: pino({ level: 'silent' }) });
  t.after(() => listener.close());
  const settled = Promise.withResolvers<void>();
  const look = async (): Promise<void> => {
    const { rows } = await database.pool.query<{ open: number; all: number }>(
      `select count(*) filter (where status in ('pending', 'running'))::int as open,
         count(*)::int as all from executions`,
    );
    if (isSent && rows[0]?.open === 0 && rows[0].all > 0) settled.resolve();
  };
  let isSent = false;
  listener.subscribe(EXECUTIONS_CHANNEL, () => void look().catch(settled.reject));
  await listener.ready();
  await seedDemoMail({
    database,
    accept: operations.accept,
    clock: () => NOW,
    timezone,
    signal: AbortSignal.timeout(60_000),
  });
  isSent = true;
  await look();
  await settled.promise;
}

for (const [state, fill] of Object.entries(states)) {
  describe(`the eight questions with ${state}`, () => {
    it('are answered by the clerk and by Claude in ten wordings each, with the numbers of SQL', {
      timeout: 300_000,
    }, async (t) => {
      const server = await startTestServer(t, { backOffice: {}, clock: () => NOW });
      const { database, databaseUrl } = server;
      await fill(t, server);
      const moment = { database, now: NOW, today: TODAY, timezone };

      const fake = await startFakeClaude();
      t.after(() => fake.close());
      const claude = createClaudeModel({
        apiKey: 'test-key',
        baseUrl: fake.url,
        model: 'claude-sonnet-5-5',
      });
      const withClaude = await startTestServer(t, {
        backOffice: {},
        databaseUrl,
        languageModels: [claude],
        clock: () => NOW,
      });
      const failures: string[] = [];

      for (const question of questions) {
        for (const wording of wordings[question]) {
          await attempt(`the clerk, ${question}: ${wording}`, failures, async () => {
            const answer = await ask(server.url, database, wording);
            await check(question, answer);
          });
          await attempt(`Claude, ${question}: ${wording}`, failures, async () => {
            fake.script(toolCalls([lookups[question]]), (request) =>
              text(`In numbers: ${figuresIn(JSON.stringify(request.messages))}`),
            );
            const answer = await ask(withClaude.url, database, wording);
            await check(question, answer);
            fake.assertDone();
          });
        }
      }
      assert.deepEqual(failures, []);

      async function check(question: Question, answer: Answer): Promise<void> {
        assert.ok(
          answer.calls.some(({ tool }) => expected[question].tools.includes(tool)),
          `looked up ${answer.calls.map(({ tool }) => tool)}`,
        );
        for (const call of answer.calls) await assertEqualsSql(call, moment);
        const figure = expected[question].figure(answer.calls);
        assert.ok(says(answer.text, figure), `does not say ${figure}: ${answer.text}`);
      }
    });
  });
}

async function attempt(name: string, failures: string[], work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    failures.push(`${name}: ${(error as Error).message}`);
  }
}

/** Every number in what the tools told. */
function figuresIn(json: string): string {
  return [...new Set(json.match(/\d+/g))].join(' ');
}
