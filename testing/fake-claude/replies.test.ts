import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import fc from 'fast-check';
import { inBytes, splitBytesAt, withPings, withUnknownEvents } from './delivery.ts';
import { priceTool, requestWith } from './example-requests.ts';
import { type FakeClaude, startFakeClaude } from './fake-claude.ts';
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
} from './replies.ts';
import type { Reply } from './step.ts';

const mixed = 'Grüße aus Köln: 12 € für 3 Kartons 📦👩‍👩‍👧, fertig — „gut“.';
const args = { zip: '10001', note: 'Ümläut € 📦 "quoted"\n\\', list: [1, { deep: null }] };

let fake: FakeClaude;
let client: Anthropic;

before(async () => {
  fake = await startFakeClaude();
  client = new Anthropic({ apiKey: 'test-key', baseURL: fake.url, maxRetries: 0 });
});
after(() => fake.close());

async function streamed(step: Reply): Promise<Anthropic.Message> {
  fake.script(step);
  const message = await client.messages.stream(requestWith({ tools: [priceTool] })).finalMessage();
  fake.assertDone();
  return message;
}

async function assembled(step: Reply): Promise<Anthropic.Message> {
  fake.script(step);
  return client.messages.create(requestWith({ tools: [priceTool] }));
}

async function events(step: Reply): Promise<Anthropic.RawMessageStreamEvent[]> {
  fake.script(step);
  const stream = await client.messages.create({
    ...requestWith({ tools: [priceTool] }),
    stream: true,
  });
  return Array.fromAsync(stream);
}

const deltas = async (step: Reply) =>
  (await events(step)).flatMap((event) =>
    event.type === 'content_block_delta' ? [event.delta] : [],
  );

/** Everything that must be the same however it was sent. */
function essence(message: Anthropic.Message) {
  const content = message.content.map((block) => {
    if (block.type === 'tool_use') return { ...block, id: 'id' };
    return block.type === 'thinking' ? { ...block, signature: 'signature' } : block;
  });
  return { content, stop: message.stop_reason, outputTokens: message.usage.output_tokens };
}

test('a text comes as the exact events of the API', async () => {
  const received = await events(text('Hello you'));
  const opening = received[0];
  assert.equal(opening?.type, 'message_start');
  assert.deepEqual(opening.message.content, []);
  assert.equal(opening.message.stop_reason, null);
  assert.equal(opening.message.model, 'claude-sonnet-5-5');
  assert.deepEqual(received.slice(1, -2), [
    {
      type: 'content_block_start',
      index: 0,
      content_block: { type: 'text', text: '', citations: null },
    },
    { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Hello' } },
    { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: ' you' } },
    { type: 'content_block_stop', index: 0 },
  ]);
  const [ending, stop] = received.slice(-2);
  assert.equal(ending?.type, 'message_delta');
  assert.equal(ending.delta.stop_reason, 'end_turn');
  assert.equal(ending.usage.output_tokens, 3);
  assert.deepEqual(stop, { type: 'message_stop' });
});

test('deltas follow the given size, or the given pieces', async () => {
  const pieces = async (step: Reply) =>
    (await deltas(step)).map((delta) => delta.type === 'text_delta' && delta.text);
  assert.deepEqual(await pieces(text('ab📦de', { deltas: 2 })), ['ab', '📦d', 'e']);
  assert.deepEqual(await pieces(text('abc', { deltas: ['a', '', 'bc'] })), ['a', '', 'bc']);
  assert.throws(() => text('abc', { deltas: ['a'] }), /do not join/);
});

test('thinking, text and parallel calls arrive whole, streamed or not', async () => {
  const step = reply([
    thinkingBlock('Hm — €?', { signature: 'abc' }),
    redactedThinkingBlock('c2VjcmV0'),
    textBlock(mixed),
    toolBlock({ name: 'price', id: 'toolu_1', input: args }),
    toolBlock({ name: 'price', id: 'toolu_2' }),
  ]);
  const caller = { type: 'direct' as const };
  const expected = [
    { type: 'thinking', thinking: 'Hm — €?', signature: 'abc' },
    { type: 'redacted_thinking', data: 'c2VjcmV0' },
    { type: 'text', text: mixed, citations: null },
    { type: 'tool_use', id: 'toolu_1', name: 'price', input: args, caller },
    { type: 'tool_use', id: 'toolu_2', name: 'price', input: {}, caller },
  ];
  const first = await streamed(step);
  const second = await assembled(step);
  assert.deepEqual(first.content, expected);
  assert.deepEqual(second.content, expected);
  assert.equal(first.stop_reason, 'tool_use');
  assert.deepEqual(essence(first), essence(second));
});

test('made-up call ids and signatures are unique', async () => {
  const ids = new Set<string>();
  for (let turn = 0; turn < 3; turn += 1) {
    const message = await streamed(
      toolCalls([{ name: 'price' }, { name: 'price' }], { thinking: 'Hm.' }),
    );
    for (const block of message.content) {
      if (block.type === 'tool_use') ids.add(block.id);
      if (block.type === 'thinking') ids.add(block.signature);
    }
  }
  assert.equal(ids.size, 9);
});

test('the same message arrives in single bytes, in small writes and split at any byte', async () => {
  const step = toolCalls([{ name: 'price', input: args }, { name: 'price' }], {
    text: mixed,
    thinking: 'Hm — €?',
  });
  const whole = essence(await streamed(step));
  for (const everyBytes of [1, 2, 3, 7, 64]) {
    assert.deepEqual(essence(await streamed(inBytes(step, everyBytes))), whole);
  }
  for (let at = 1; at < 3000; at += 61) {
    assert.deepEqual(essence(await streamed(splitBytesAt(step, at, at + 1))), whole);
  }
});

test('single bytes really arrive in single reads, characters cut in two among them', async () => {
  fake.script(inBytes(text('é')));
  const response = await client.messages.create({ ...requestWith(), stream: true }).asResponse();
  assert.ok(response.body);
  const sizes = await Array.fromAsync(response.body, (chunk: Uint8Array) => chunk.length);
  const longest = Math.max(...sizes);
  assert.ok(longest <= 4, `a read of ${longest} bytes`);
});

test('arguments arrive whole when split after every code unit and at every offset', async () => {
  const whole = { ...args, emoji: '👩‍👩‍👧' };
  const { length } = JSON.stringify(whole);
  const inputOf = async (step: Reply) => {
    const [block] = (await streamed(step)).content;
    return block?.type === 'tool_use' ? block.input : undefined;
  };
  assert.deepEqual(
    await inputOf(toolCalls([{ name: 'price', input: whole }], { splitArgumentsAt: 'every' })),
    whole,
  );
  for (let at = 0; at <= length; at += 1) {
    const step = toolCalls([{ name: 'price', input: whole, splitArgumentsAt: at }]);
    assert.deepEqual(await inputOf(step), whole);
  }
});

test('any generated arguments survive any split', async () => {
  const argument = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue(), { maxKeys: 4 });
  const offsets = fc.array(fc.nat(120), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(argument, offsets, async (input, splitArgumentsAt) => {
      const step = toolCalls([{ name: 'price', input, splitArgumentsAt }]);
      const [block] = (await streamed(step)).content;
      assert.equal(
        JSON.stringify(block?.type === 'tool_use' ? block.input : undefined),
        JSON.stringify(JSON.parse(JSON.stringify(input))),
      );
    }),
    { numRuns: 60 },
  );
});

test('a call without arguments streams braces, one empty delta or no delta', async () => {
  for (const [emptyArguments, pieces] of [
    ['braces', ['', '{}']],
    ['empty_delta', ['']],
    ['no_delta', []],
  ] as const) {
    const step = toolCalls([{ name: 'price', emptyArguments }]);
    const received = await deltas(step);
    assert.deepEqual(
      received.map((delta) => delta.type === 'input_json_delta' && delta.partial_json),
      pieces,
    );
    const [block] = (await streamed(step)).content;
    assert.deepEqual(block?.type === 'tool_use' && block.input, {});
  }
});

test('each stop reason comes with its details', async () => {
  const refused = await streamed(refusal({ text: 'I', category: 'cyber', explanation: 'No.' }));
  assert.equal(refused.stop_reason, 'refusal');
  assert.deepEqual(refused.stop_details, {
    type: 'refusal',
    category: 'cyber',
    explanation: 'No.',
  });
  assert.deepEqual((await streamed(refusal())).content, []);
  assert.equal((await streamed(maxTokens('I was say'))).stop_reason, 'max_tokens');
  assert.equal((await streamed(pauseTurn('One'))).stop_reason, 'pause_turn');
  assert.equal(
    (await streamed(contextWindowExceeded('One'))).stop_reason,
    'model_context_window_exceeded',
  );
  const stopped = await streamed(stopSequence('One', 'END'));
  assert.deepEqual([stopped.stop_reason, stopped.stop_sequence], ['stop_sequence', 'END']);
});

test('max_tokens may cut a call in the middle of its arguments', async () => {
  const cut = cutOffToolBlock({ name: 'price', input: { zip: '10001' }, afterCharacters: 9 });
  const received = await deltas(maxTokens([textBlock('One moment'), cut]));
  assert.deepEqual(received.at(-1), { type: 'input_json_delta', partial_json: '{"zip":"1' });
});

test('pings and events of unknown type change nothing for a client that skips them', async () => {
  const step = text(mixed);
  const whole = essence(await streamed(step));
  assert.deepEqual(essence(await streamed(withPings(step, 0, 1, 2, 99))), whole);
  fake.script(withUnknownEvents(step, 1, 3));
  const stream = await client.messages.create({ ...requestWith(), stream: true });
  const types = await Array.fromAsync(stream, ({ type }) => type as string);
  assert.equal(types.filter((type) => type === 'weather_report').length, 2);
});
