import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { createClaudeModel } from '@deskbell/engine';
import { chat } from '@deskbell/testing/chat-stream.ts';
import { type FakeClaude, startFakeClaude } from '@deskbell/testing/fake-claude/fake-claude.ts';
import { text, toolCalls } from '@deskbell/testing/fake-claude/replies.ts';
import type { StepSource } from '@deskbell/testing/fake-claude/step.ts';
import { createScriptedModel, says } from '@deskbell/testing/scripted-model.ts';
import { startTestServer, type TestServer } from '@deskbell/testing/start-test-server.ts';
import { demoCustomers } from '../../bookings/demo-customers.ts';
import { seedDemo } from '../../bookings/seed-demo.ts';
import { signIn } from '../frontdesk/routes/test-requests.ts';
import { plainText } from './plain-text.ts';
import { splitSentences } from './split-sentences.ts';
import type { AnswerCase, Results } from './test-answers/answer-case.ts';
import { HELD_OUT_ANSWERS } from './test-answers/held-out-answers.ts';
import { HONEST_ANSWERS } from './test-answers/honest-answers.ts';
import { createLies, createRandom, cutAtRandom } from './test-answers/lying-answers.ts';
import { MORE_ANSWERS } from './test-answers/more-answers.ts';

const ANSWERS = 500;
const MOST_REPLACED = 0.02;
const OFFER = /I'd rather not guess here: .*\(631\) 595-5100\./;

interface World {
  server: TestServer;
  fake: FakeClaude;
  /** Runs a case and gives what Claude said, what streamed, and what a reload shows. */
  ask(asked: AnswerCase): Promise<{ said: string; streamed: string; reloaded: string }>;
}

async function startWorld(t: TestContext, seed: number): Promise<World> {
  const fake = await startFakeClaude({ maxRecordedRequests: 0 });
  t.after(() => fake.close());
  const clock = () => new Date('2026-12-01T15:00:00Z');
  const server = await startTestServer(t, {
    clock,
    hasMetrics: true,
    backOffice: {},
    languageModels: [
      createClaudeModel({ apiKey: 'test-key', baseUrl: fake.url, model: 'claude-sonnet-5-5' }),
    ],
  });
  await seedDemo({ database: server.database, clock, timezone: 'America/New_York' });
  const cookie = await signIn(server, demoCustomers[0]);
  const headers = { cookie, origin: 'http://localhost:8000' };
  const random = createRandom(seed);
  return {
    server,
    fake,
    async ask({ ask, calls, say }) {
      let said = '';
      const answer: StepSource = (request) => {
        said = say(resultsIn(request.messages));
        return text(said, { deltas: cutAtRandom(said, random) });
      };
      fake.script(...(calls.length > 0 ? [toolCalls(calls)] : []), answer);
      const { text: streamed, threadId } = await chat(server.url, { message: ask }, headers);
      const thread = await fetch(`${server.url}/api/assistant/threads/${threadId}/`, { headers });
      const { messages } = (await thread.json()) as {
        messages: { role: string; content: string }[];
      };
      const reloaded = messages.flatMap(({ role, content }) =>
        role === 'assistant' ? [content] : [],
      );
      fake.assertDone();
      return { said, streamed, reloaded: reloaded.join('\n\n') };
    },
  };
}

function resultsIn(messages: readonly { content: unknown }[]): Results {
  const blocks = messages.flatMap(({ content }) => (Array.isArray(content) ? content : []));
  return blocks.flatMap(({ type, content }) => {
    if (type !== 'tool_result') return [];
    return [JSON.parse(typeof content === 'string' ? content : content[0].text)];
  });
}

describe('the front desk with a Claude that says what is not so', () => {
  it('lets none of 500 lies through, streamed, stored or reloaded', async (t) => {
    const { server, ask } = await startWorld(t, 1);
    const leaks: string[] = [];
    for (const lying of createLies(ANSWERS, 500)) {
      const { said, streamed, reloaded } = await ask(lying);
      assert.ok(said.includes(lying.lie));
      assert.equal(reloaded.trim(), streamed.trim());
      if (plainText(streamed).includes(plainText(lying.lie))) leaks.push(`${lying.kind}: ${said}`);
      else assert.match(streamed, OFFER);
    }
    assert.deepEqual(leaks, []);
    const { rows } = await server.database.pool.query<{ content: string }>(
      "select content::text as content from messages where role = 'assistant'",
    );
    const stored = rows.map(({ content }) => content).join('\n');
    for (const lie of ['TT-999999', 'three hundred dollars', 'Queens is within']) {
      assert.ok(!stored.includes(lie), lie);
    }
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    for (const kind of ['money', 'date', 'booking', 'coverage']) {
      const count = new RegExp(
        `deskbell_unfounded_claims_total\\{desk="frontdesk",kind="${kind}"\\} (\\d+)`,
      ).exec(metrics)?.[1];
      assert.ok(Number(count) >= 90, `${kind}: ${count}`);
    }
    const log = server.logLines.join('\n');
    assert.match(log, /said what no tool and no fact says/);
    assert.doesNotMatch(log, /TT-999999|three hundred dollars|Queens is within/);
  });

  it('replaces at most 2 % of the sentences of 500 honest answers', async (t) => {
    const { ask } = await startWorld(t, 2);
    const written = [...HONEST_ANSWERS, ...MORE_ANSWERS, ...HELD_OUT_ANSWERS];
    const replaced: string[] = [];
    let sentences = 0;
    for (let index = 0; index < ANSWERS; index += 1) {
      const honest = written[index % written.length];
      assert.ok(honest !== undefined);
      const { said, streamed, reloaded } = await ask(honest);
      assert.equal(reloaded.trim(), streamed.trim());
      const shown = plainText(streamed);
      for (const { text: sentence } of splitSentences(said, '')) {
        sentences += 1;
        if (!shown.includes(sentence)) replaced.push(`${sentence}\n  in: ${streamed}`);
      }
    }
    t.diagnostic(
      `${replaced.length} of ${sentences} sentences of ${ANSWERS} answers were replaced`,
    );
    assert.ok(replaced.length / sentences <= MOST_REPLACED, replaced.join('\n---\n'));
  });

  it('lets everything through where the check is off', async (t) => {
    const scripted = createScriptedModel([says('That is $74.')]);
    const server = await startTestServer(t, { languageModels: [scripted], groundingCheck: 'off' });
    assert.equal((await chat(server.url, { message: 'How much?' })).text, 'That is $74.');
  });
});
