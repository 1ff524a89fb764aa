import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { inBytes, withPings, withUnknownEvents } from '@deskbell/testing/fake-claude/delivery.ts';
import { type FakeClaude, startFakeClaude } from '@deskbell/testing/fake-claude/fake-claude.ts';
import {
  contextWindowExceeded,
  cutOffToolBlock,
  maxTokens,
  pauseTurn,
  redactedThinkingBlock,
  refusal,
  reply,
  stopSequence,
  text,
  textBlock,
  thinkingBlock,
  toolBlock,
  toolCalls,
} from '@deskbell/testing/fake-claude/replies.ts';
import fc from 'fast-check';
import type { Message } from '../../message.ts';
import type { Model } from '../../model.ts';
import { collect, modelRequest } from '../test-support.ts';
import { createClaudeModel } from './create-claude-model.ts';

const MODEL = 'claude-sonnet-5-5';

describe('a Claude answer', () => {
  let fake: FakeClaude;
  let model: Model;

  before(async () => {
    fake = await startFakeClaude();
    model = createClaudeModel({ apiKey: 'test-key', baseUrl: fake.url, model: MODEL });
  });

  after(() => fake.close());

  it('yields every delta as it came, then one end with the message and its usage', async () => {
    fake.script(text('Hello there', { deltas: ['Hel', 'lo ', 'there'] }));
    const { events, error } = await collect(model.stream(modelRequest()));
    assert.equal(error, undefined);
    const end = events.at(-1);
    assert.ok(end?.type === 'end' && end.usage.inputTokens > 0 && end.usage.outputTokens > 0);
    const [counted] = events;
    assert.ok(counted?.type === 'usage' && counted.usage.inputTokens === end.usage.inputTokens);
    assert.deepEqual(events.slice(1), [
      { type: 'text', text: 'Hel' },
      { type: 'text', text: 'lo ' },
      { type: 'text', text: 'there' },
      {
        type: 'end',
        stop: 'end_turn',
        message: { role: 'assistant', content: [{ type: 'text', text: 'Hello there' }] },
        usage: end.usage,
      },
    ]);
  });

  it('is the same when its bytes arrive one, two, three or five at a time', async () => {
    const words = 'Naïve café — “日本語” 👩‍👩‍👧‍👦 costs €5\n\ndata: not an event\r\n';
    for (const everyBytes of [1, 2, 3, 5]) {
      fake.script(inBytes(text(words, { deltas: 1 }), everyBytes));
      const { text: received, end } = await collect(model.stream(modelRequest()));
      assert.equal(received, words);
      assert.deepEqual(end?.message.content, [{ type: 'text', text: words }]);
    }
  });

  it('skips pings and events it does not know', async () => {
    fake.script(withUnknownEvents(withPings(text('Hello there'), 1, 2, 3), 2, 4));
    const { text: received, error } = await collect(model.stream(modelRequest()));
    assert.deepEqual([received, error], ['Hello there', undefined]);
  });

  it('announces parallel calls by name and gives their complete input at the end', async () => {
    fake.script(
      toolCalls(
        [
          { id: 'toolu_1', name: 'lookup', input: { key: 'a' } },
          { id: 'toolu_2', name: 'lookup', input: { key: 'b' } },
        ],
        { text: 'One moment.', splitArgumentsAt: 'every' },
      ),
    );
    const { events, end } = await collect(model.stream(modelRequest()));
    assert.deepEqual(
      events.filter((event) => event.type === 'tool_call_start'),
      [
        { type: 'tool_call_start', callId: 'toolu_1', tool: 'lookup' },
        { type: 'tool_call_start', callId: 'toolu_2', tool: 'lookup' },
      ],
    );
    assert.equal(end?.stop, 'tool_use');
    assert.deepEqual(end.message.content, [
      { type: 'text', text: 'One moment.' },
      { type: 'tool_call', callId: 'toolu_1', tool: 'lookup', input: { key: 'a' } },
      { type: 'tool_call', callId: 'toolu_2', tool: 'lookup', input: { key: 'b' } },
    ]);
  });

  it('takes a call without arguments for one with no fields, however it is written', async () => {
    for (const emptyArguments of ['braces', 'empty_delta', 'no_delta'] as const) {
      fake.script(toolCalls([{ id: 'toolu_1', name: 'lookup', emptyArguments }]));
      const { end } = await collect(model.stream(modelRequest()));
      assert.deepEqual(end?.message.content, [
        { type: 'tool_call', callId: 'toolu_1', tool: 'lookup', input: {} },
      ]);
    }
  });

  it('leaves the input out when it is not complete JSON', async () => {
    const cutOff = { id: 'toolu_1', name: 'lookup', input: { key: 'a' }, afterCharacters: 5 };
    fake.script(reply([cutOffToolBlock(cutOff)], { stop: 'max_tokens' }));
    const { end } = await collect(model.stream(modelRequest()));
    assert.equal(end?.stop, 'max_tokens');
    assert.deepEqual(end.message.content, [
      { type: 'tool_call', callId: 'toolu_1', tool: 'lookup' },
    ]);
  });

  it('gives exactly the input, at every split point of 200 generated inputs', async () => {
    const key = fc.string({ unit: 'binary', maxLength: 5 });
    const value = fc.jsonValue({ maxDepth: 2, stringUnit: 'binary' });
    const inputs = fc.sample(fc.dictionary(key, value, { maxKeys: 3 }), { numRuns: 200, seed: 7 });
    for (const generated of inputs) {
      const json = JSON.stringify(generated);
      const input = JSON.parse(json);
      // All split points of one input in one answer: one call for each.
      const calls = Array.from({ length: json.length + 1 }, (_, splitArgumentsAt) =>
        toolBlock({ id: `toolu_${splitArgumentsAt}`, name: 'lookup', input, splitArgumentsAt }),
      );
      fake.script(reply(calls));
      const { end } = await collect(model.stream(modelRequest()));
      assert.equal(end?.message.content.length, calls.length);
      for (const block of end.message.content) {
        assert.ok(block.type === 'tool_call');
        assert.deepEqual(block.input, input);
      }
    }
  });

  it('names every way to stop, and leaves blank text out of the message', async () => {
    const cases = [
      [stopSequence('Bye', 'X'), 'end_turn'],
      [maxTokens('Bye'), 'max_tokens'],
      [pauseTurn('Bye'), 'max_tokens'],
      [refusal({ text: 'Bye' }), 'refusal'],
      [contextWindowExceeded('Bye'), 'context_full'],
      [reply([textBlock('Bye')], { stop: 'tool_use' }), 'end_turn'],
    ] as const;
    for (const [step, stop] of cases) {
      fake.script(step);
      const { end } = await collect(model.stream(modelRequest()));
      assert.equal(end?.stop, stop);
      assert.deepEqual(end.message.content, [{ type: 'text', text: 'Bye' }]);
    }
    fake.script(reply([textBlock(' \n')]));
    const { end } = await collect(model.stream(modelRequest()));
    assert.deepEqual(end?.message.content, []);
  });

  it('keeps thinking out of the text and returns it unchanged through a tool loop', async () => {
    fake.script(
      reply([
        thinkingBlock('Which keys? — two', { deltas: 1 }),
        redactedThinkingBlock('sealed=='),
        textBlock('Looking.'),
        toolBlock({ id: 'toolu_1', name: 'lookup', input: { key: 'a' } }),
      ]),
      reply([
        thinkingBlock('And now b'),
        toolBlock({ id: 'toolu_2', name: 'lookup', input: { key: 'b' } }),
      ]),
      text('Both found.'),
    );
    const messages: Message[] = [{ role: 'user', text: 'Find both' }];
    const answers: string[] = [];
    for (let step = 0; step < 3; step += 1) {
      const {
        text: received,
        end,
        error,
      } = await collect(model.stream(modelRequest({ messages })));
      assert.equal(error, undefined);
      assert.ok(end);
      answers.push(received);
      messages.push(end.message);
      const calls = end.message.content.filter((block) => block.type === 'tool_call');
      if (calls.length === 0) break;
      messages.push({
        role: 'tool_results',
        results: calls.map(({ callId, tool }) => ({
          callId,
          tool,
          isError: false,
          content: '{"found":true}',
        })),
      });
    }
    assert.deepEqual(answers, ['Looking.', '', 'Both found.']);
    fake.assertDone();
  });

  it('bills the second turn from the cache, its prefix the same bytes', async () => {
    const system = { stable: 'A rule to follow. '.repeat(400), varying: 'Today is Sunday.' };
    const question = { role: 'user', text: 'A question of some length. '.repeat(50) } as const;
    fake.script(text('First.'), text('Second.'));
    const first = await collect(model.stream(modelRequest({ system, messages: [question] })));
    assert.ok(first.end);
    assert.equal(first.end.usage.cacheReadTokens, 0);
    assert.ok(first.end.usage.cacheWriteTokens > 1024);
    const messages: Message[] = [question, first.end.message, { role: 'user', text: 'And then?' }];
    const second = await collect(model.stream(modelRequest({ system, messages })));
    assert.equal(second.end?.usage.cacheReadTokens, first.end.usage.cacheWriteTokens);

    const bodies = fake.requests
      .slice(-2)
      .map(({ body }) =>
        JSON.stringify(body, (key, value) => (key === 'cache_control' ? undefined : value)),
      );
    const [shorter = '', longer = ''] = bodies;
    const prefix = shorter.slice(0, -']}'.length);
    assert.ok(prefix.includes(question.text) && longer.startsWith(prefix));
  });

  it('is refused in no respect by the API', () => {
    assert.deepEqual(
      fake.requests.filter(({ accepted }) => !accepted),
      [],
    );
    fake.assertDone();
  });
});
