import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Message, ModelEvent, ModelRequest } from '@deskbell/engine';
import {
  calls,
  createScriptedModel,
  end,
  type ScriptedStep,
  says,
} from '@deskbell/testing/scripted-model.ts';
import { TEST_PLACES, TEST_PROMPT } from './test-answers/test-grounds.ts';
import { withGroundedText } from './with-grounded-text.ts';

const OFFER = 'Please call us.';
const call = { callId: 'a', tool: 'get_pricing_estimate', input: { item_description: 'for $77' } };
const asked = (content: unknown): Message[] => [
  { role: 'assistant', content: [{ type: 'tool_call', ...call }] },
  {
    role: 'tool_results',
    results: [{ callId: 'a', tool: call.tool, isError: false, content: JSON.stringify(content) }],
  },
];
const request = (...messages: Message[]): ModelRequest => ({
  system: TEST_PROMPT,
  tools: [],
  toolChoice: 'auto',
  messages,
  maxOutputTokens: 100,
  signal: new AbortController().signal,
});
const hello: Message = { role: 'user', text: 'Hello' };

async function run(step: ScriptedStep, asking = request(hello)) {
  const events: ModelEvent[] = [];
  const unfounded: unknown[] = [];
  const scripted = createScriptedModel([step], { name: 'm' });
  const model = withGroundedText(scripted, {
    places: TEST_PLACES,
    offer: OFFER,
    onUnfounded: (found) => unfounded.push(found),
    clock: () => new Date('2026-12-01T15:00:00Z'),
    timezone: 'America/New_York',
  });
  let failure: unknown;
  try {
    for await (const event of model.stream(asking)) events.push(event);
  } catch (error) {
    failure = error;
  }
  const text = events.map((event) => (event.type === 'text' ? event.text : '')).join('');
  const last = events.at(-1);
  const stored = last?.type === 'end' ? last.message.content : undefined;
  return { events, unfounded, text, stored, failure };
}

describe('a model held to its grounds', () => {
  it('streams and stores the same, and tells once what it replaced', async () => {
    const { text, stored, unfounded } = await run(says('Hi! It is $7', '4. Or', ' $75 a bag.'));
    assert.equal(text, `Hi! It is … ${OFFER} Or $75 a bag.`);
    assert.deepEqual(stored, [{ type: 'text', text }]);
    assert.deepEqual(unfounded, [{ model: 'm', kinds: ['money'] }]);
  });

  it('may say what a tool said in this turn, not what one said in an earlier turn', async () => {
    const now = request(hello, ...asked({ estimated_total: 1234 }));
    const earlier = request(hello, ...asked({ estimated_total: 1234 }), hello);
    assert.equal((await run(says('It is $1,234.'), now)).text, 'It is $1,234.');
    assert.equal((await run(says('It is $1,234.'), earlier)).text, `It is … ${OFFER}`);
  });

  it('may not say what it wrote into its own call', async () => {
    const asking = request(hello, ...asked({ prefill_data: { item_description: 'for $77' } }));
    assert.equal((await run(says('It is $77.'), asking)).text, `It is … ${OFFER}`);
  });

  it('may not say what an answer of before or the customer said', async () => {
    const before: Message = {
      role: 'assistant',
      content: [{ type: 'text', text: 'That is $1,234.' }],
    };
    const asking = request(hello, before, { role: 'user', text: 'So it is $1,234?' });
    assert.equal((await run(says('Yes, $1,234.'), asking)).text, OFFER);
  });

  it('says what it held before a call starts, and leaves the call as it is', async () => {
    const { events, stored } = await run(calls([call], 'It is $74'));
    assert.deepEqual(events.slice(0, -1), [
      { type: 'text', text: 'It is ' },
      { type: 'text', text: `… ${OFFER}` },
      { type: 'tool_call_start', callId: 'a', tool: call.tool },
    ]);
    assert.deepEqual(stored, [
      { type: 'text', text: `It is … ${OFFER}` },
      { type: 'tool_call', ...call },
    ]);
  });

  it('drops what it held when the model fails, so that the next one may answer', async () => {
    const failure = new Error('gone');
    const held = await run({ events: [{ type: 'text', text: '$7' }], throws: failure });
    assert.deepEqual([held.events, held.failure], [[], failure]);
  });

  it('keeps a refusal and an end for length as they are', async () => {
    for (const stop of ['refusal', 'max_tokens'] as const) {
      const blocks = [{ type: 'text' as const, text: 'It is $1,0' }];
      const { events } = await run({
        events: [{ type: 'text', text: 'It is $1,0' }, end(stop, blocks)],
      });
      const last = events.at(-1);
      assert.ok(last?.type === 'end' && last.stop === stop);
      assert.deepEqual(last.message.content, [{ type: 'text', text: `It is … ${OFFER}` }]);
    }
  });

  it('leaves an answer that follows a schema alone', async () => {
    const asking = { ...request(hello), outputSchema: {} };
    assert.equal((await run(says('{"total": "$74"}'), asking)).text, '{"total": "$74"}');
  });
});
