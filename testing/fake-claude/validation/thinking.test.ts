import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import Anthropic, { BadRequestError } from '@anthropic-ai/sdk';
import { priceTool, requestWith } from '../example-requests.ts';
import { type FakeClaude, startFakeClaude } from '../fake-claude.ts';
import {
  redactedThinkingBlock,
  reply,
  text,
  textBlock,
  thinkingBlock,
  toolBlock,
  toolCalls,
} from '../replies.ts';

type Blocks = Anthropic.ContentBlockParam[];

let fake: FakeClaude;
let client: Anthropic;

beforeEach(async () => {
  fake = await startFakeClaude();
  client = new Anthropic({ apiKey: 'test-key', baseURL: fake.url, maxRetries: 0 });
});
afterEach(() => fake.close());

const question: Anthropic.MessageParam = { role: 'user', content: 'What does it cost?' };

async function firstAnswer(model = 'claude-sonnet-5-5'): Promise<Blocks> {
  const message = await client.messages.create(requestWith({ model, tools: [priceTool] }));
  return message.content as Blocks;
}

function resultsFor(content: Blocks): Anthropic.MessageParam {
  const calls = content.filter((block) => block.type === 'tool_use');
  return {
    role: 'user',
    content: calls.map(({ id }) => ({ type: 'tool_result', tool_use_id: id, content: '42' })),
  };
}

function goOn(content: Blocks, options: { model?: string; later?: Anthropic.MessageParam[] } = {}) {
  return client.messages.create(
    requestWith({
      model: options.model ?? 'claude-sonnet-5-5',
      tools: [priceTool],
      messages: [
        question,
        { role: 'assistant', content },
        resultsFor(content),
        ...(options.later ?? []),
      ],
    }),
  );
}

async function assertRefused(pending: Promise<unknown>, message: RegExp) {
  await assert.rejects(pending, (error) => {
    assert.ok(error instanceof BadRequestError);
    assert.match(error.message, message);
    return true;
  });
}

test('thinking that comes back unchanged is accepted, and the step is kept until then', async () => {
  fake.script(toolCalls([{ name: 'price' }], { thinking: 'Hm.', text: 'One moment.' }), text('42'));
  const content = await firstAnswer();
  await assertRefused(
    goOn(content.filter(({ type }) => type !== 'thinking')),
    /cannot be modified/,
  );
  const message = await goOn(content);
  assert.deepEqual(message.content, [{ type: 'text', text: '42', citations: null }]);
  fake.assertDone();
});

test('thinking with one character changed is refused', async () => {
  fake.script(toolCalls([{ name: 'price' }], { thinking: 'Hm.' }));
  const content = await firstAnswer();
  const changed = content.map((block) =>
    block.type === 'thinking' ? { ...block, thinking: 'Hm!' } : block,
  );
  await assertRefused(goOn(changed), /messages\.1\.content\.0.*cannot be modified/);
});

test('a changed signature is refused', async () => {
  fake.script(toolCalls([{ name: 'price' }], { thinking: 'Hm.' }));
  const content = await firstAnswer();
  const changed = content.map((block) =>
    block.type === 'thinking' ? { ...block, signature: `${block.signature}x` } : block,
  );
  await assertRefused(goOn(changed), /Invalid `signature`/);
});

test('thinking between two calls must stay in its place', async () => {
  const blocks = [
    toolBlock({ name: 'price' }),
    thinkingBlock('And another.'),
    toolBlock({ name: 'price' }),
  ];
  fake.script(reply(blocks), text('42'));
  const content = await firstAnswer();
  const [first, thinking, second] = content as [Blocks[0], Blocks[0], Blocks[0]];
  await assertRefused(goOn([thinking, first, second]), /cannot be modified/);
  await assertRefused(goOn([first, second, thinking]), /cannot be modified/);
  await goOn(content);
});

test('redacted thinking is held to the same rules', async () => {
  fake.script(reply([redactedThinkingBlock('c2VjcmV0'), toolBlock({ name: 'price' })]), text('42'));
  const content = await firstAnswer();
  await assertRefused(goOn(content.slice(1)), /cannot be modified/);
  const changed = content.map((block) =>
    block.type === 'redacted_thinking' ? { ...block, data: 'b3RoZXI=' } : block,
  );
  await assertRefused(goOn(changed), /Invalid `data`/);
  await goOn(content);
});

test('every message of the open tool loop is checked, not only the last', async () => {
  fake.script(
    toolCalls([{ name: 'price' }], { thinking: 'One.' }),
    toolCalls([{ name: 'price' }], { thinking: 'Two.' }),
    text('42'),
  );
  const first = await firstAnswer();
  const second = (await goOn(first)).content as Blocks;
  const later: Anthropic.MessageParam[] = [
    { role: 'assistant', content: second },
    resultsFor(second),
  ];
  const stripped = first.filter(({ type }) => type !== 'thinking');
  await assertRefused(goOn(stripped, { later }), /^400.*messages\.1\.content/);
  await goOn(first, { later });
});

test('thinking of a loop that is over may be left out, but not changed', async () => {
  fake.script(toolCalls([{ name: 'price' }], { thinking: 'Hm.' }), text('42'));
  const content = await firstAnswer();
  const later: Anthropic.MessageParam[] = [
    { role: 'assistant', content: '42' },
    { role: 'user', content: 'Thanks. And the other?' },
  ];
  const changed = content.map((block) =>
    block.type === 'thinking' ? { ...block, thinking: 'Hm!' } : block,
  );
  await assertRefused(goOn(changed, { later }), /cannot be modified/);
  await goOn(content.slice(1), { later });
});

test('thinking of another model is refused; without it the other model takes over', async () => {
  fake.script(toolCalls([{ name: 'price' }], { thinking: 'Hm.' }), text('42'));
  const content = await firstAnswer();
  const model = 'claude-haiku-5-5';
  await assertRefused(goOn(content, { model }), /another model/);
  await goOn(content.slice(1), { model });
});

test('whitespace text, which cannot be sent back, may be dropped beside thinking', async () => {
  fake.script(
    reply([thinkingBlock('Hm.'), textBlock('\n'), toolBlock({ name: 'price' })]),
    text('42'),
  );
  const content = await firstAnswer();
  await goOn(content.filter(({ type }) => type !== 'text'));
  fake.assertDone();
});
