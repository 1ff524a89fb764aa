import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type Anthropic from '@anthropic-ai/sdk';
import { type Billing, createBilling } from './billing.ts';
import { priceTool, requestWith } from './example-requests.ts';
import type { MessagesRequest } from './validation/request-shape.ts';

type Params = NonNullable<Parameters<typeof requestWith>[0]>;

const mark = { type: 'ephemeral' as const };
const long = 'A stable instruction. '.repeat(300);
const system: Anthropic.TextBlockParam[] = [{ type: 'text', text: long, cache_control: mark }];

let now = new Date('2026-11-22T12:00:00Z');
let billing: Billing;

beforeEach(() => {
  now = new Date('2026-11-22T12:00:00Z');
  billing = createBilling(() => now);
});

const bill = (fields: Params) => billing.bill(requestWith(fields) as MessagesRequest);
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};

function total(billed: ReturnType<typeof bill>): number {
  const { inputTokens, cacheReadTokens, cacheWriteTokens5m, cacheWriteTokens1h } = billed;
  return inputTokens + cacheReadTokens + cacheWriteTokens5m + cacheWriteTokens1h;
}

test('without marks everything is input, about a token for four characters', () => {
  const billed = bill({ system: 'x'.repeat(4000) });
  assert.ok(billed.inputTokens > 1000 && billed.inputTokens < 1050, String(billed.inputTokens));
  assert.equal(total(billed), billed.inputTokens);
  assert.deepEqual(bill({ system: 'x'.repeat(4000) }), billed);
});

test('a marked prefix is written once and then read', () => {
  const first = bill({ system });
  assert.ok(first.cacheWriteTokens5m > 1024);
  assert.equal(first.cacheReadTokens, 0);
  const second = bill({ system, messages: [{ role: 'user', content: 'Something else entirely' }] });
  assert.equal(second.cacheReadTokens, first.cacheWriteTokens5m);
  assert.equal(second.cacheWriteTokens5m, 0);
  assert.ok(second.inputTokens > 0);
});

test('a prefix below 1,024 tokens is not cached', () => {
  const short = [{ type: 'text' as const, text: 'x'.repeat(3900), cache_control: mark }];
  for (let turn = 0; turn < 2; turn += 1) {
    const billed = bill({ system: short });
    assert.equal(billed.inputTokens, total(billed));
  }
});

test('one changed byte before the mark is a new write', () => {
  bill({ system });
  const changed = [{ type: 'text' as const, text: `${long}!`, cache_control: mark }];
  assert.equal(bill({ system: changed }).cacheReadTokens, 0);
});

test('tools come before the system prompt, and their order and keys count', () => {
  const other = { ...priceTool, name: 'other' };
  const { name, description, input_schema } = priceTool;
  bill({ system, tools: [priceTool, other] });
  assert.ok(bill({ system, tools: [priceTool, other] }).cacheReadTokens > 0);
  assert.equal(bill({ system, tools: [other, priceTool] }).cacheReadTokens, 0);
  const reordered = { description, name, input_schema };
  assert.equal(bill({ system, tools: [reordered, other] }).cacheReadTokens, 0);
});

test('another model has its own cache', () => {
  bill({ system });
  assert.equal(bill({ system, model: 'claude-haiku-5-5' }).cacheReadTokens, 0);
});

test('an entry lives five minutes from its last use, or an hour when asked', () => {
  bill({ system });
  later(4);
  assert.ok(bill({ system }).cacheReadTokens > 0);
  later(4);
  assert.ok(bill({ system }).cacheReadTokens > 0);
  later(5);
  assert.equal(bill({ system }).cacheReadTokens, 0);

  const hour = [
    { type: 'text' as const, text: `${long}?`, cache_control: { ...mark, ttl: '1h' as const } },
  ];
  assert.ok(bill({ system: hour }).cacheWriteTokens1h > 0);
  later(59);
  assert.ok(bill({ system: hour }).cacheReadTokens > 0);
});

test('a conversation marked at its end reads what the turn before wrote, and writes the rest', () => {
  const turn = (...texts: string[]): Params => ({
    system,
    messages: texts.map((text, index) => ({
      role: index % 2 === 0 ? 'user' : 'assistant',
      content: [
        { type: 'text', text, ...(index === texts.length - 1 ? { cache_control: mark } : {}) },
      ],
    })),
  });
  const first = bill(turn('Hello there'));
  assert.equal(first.inputTokens, 0);
  const second = bill(turn('Hello there', 'Good day', 'What does it cost?'));
  assert.equal(second.cacheReadTokens, first.cacheWriteTokens5m);
  assert.ok(second.cacheWriteTokens5m > 0);
  assert.equal(second.inputTokens, 0);
});

test('a changed varying part keeps the stable part that was marked apart', () => {
  const parts = (varying: string) => [
    ...system,
    { type: 'text' as const, text: varying.repeat(50), cache_control: mark },
  ];
  const first = bill({ system: parts('monday ') });
  const second = bill({ system: parts('friday ') });
  assert.ok(second.cacheReadTokens > 1024);
  assert.ok(second.cacheWriteTokens5m > 0);
  assert.equal(total(first), total(second));
});

test('a change of thinking, effort or tool choice keeps tools and system, not the messages', () => {
  const messages: Params['messages'] = [
    { role: 'user', content: [{ type: 'text', text: long, cache_control: mark }] },
  ];
  const request: Params = { system, messages, tools: [priceTool] };
  const first = bill(request);
  const again = bill(request);
  assert.equal(again.cacheReadTokens, total(first));
  for (const change of [
    { tool_choice: { type: 'none' as const } },
    { thinking: { type: 'between_tools' as const } },
    { output_config: { effort: 'low' as const } },
  ]) {
    const changed = bill({ ...request, ...change });
    assert.ok(changed.cacheReadTokens > 1024 && changed.cacheReadTokens < total(first));
  }
});
