import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message, Model, ModelEvent, ModelRequest } from '@deskbell/engine';
import fc from 'fast-check';
import { type ClerkTurn, createClerk, type Playbook, sayDay } from './index.ts';

interface Memory {
  text: string;
  city: string | undefined;
}

/** A weather desk: one tool, one slot. */
const playbook: Playbook<Memory> = {
  fallback: 'Please call.',
  remember: () => ({ text: '', city: undefined }),
  hear(memory, text) {
    memory.text = text;
    memory.city = /\b(?:rome|oslo)\b/i.exec(text)?.[0] ?? memory.city;
  },
  see(memory, { calls }) {
    for (const { input } of calls) if (typeof input.city === 'string') memory.city = input.city;
  },
  answer(turn: ClerkTurn<Memory>) {
    const { memory } = turn;
    if (memory.text === 'fail') throw new Error('a fault in the playbook');
    if (memory.text === 'nothing') return '';
    if (memory.text === 'loop') {
      for (let day = 0; ; day += 1) {
        const outcome = turn.use('weather', { city: 'Rome', day });
        if (outcome === undefined) return undefined;
        if (!outcome.ok) return `gave up: ${outcome.reason}`;
      }
    }
    if (memory.text === 'today') return `It is ${sayDay(turn.now.today, turn.now.today)}.`;
    if (memory.city === undefined) return 'Which city?';
    const outcome = turn.use('weather', { city: memory.city });
    if (outcome === undefined) return undefined;
    if (!outcome.ok)
      return outcome.reason === 'refused' ? outcome.error : `not now: ${outcome.reason}`;
    return `${memory.city}: ${outcome.value.sky}`;
  },
};

const faults: unknown[] = [];
const clerk = createClerk({
  playbook,
  clock: () => new Date('2026-11-23T03:30:00Z'),
  timezone: 'America/New_York',
  onFault: (cause) => faults.push(cause),
});
const weather = { name: 'weather', description: '', inputSchema: {} };

function request(messages: Message[], changes: Partial<ModelRequest> = {}): ModelRequest {
  return {
    system: { stable: '', varying: '' },
    tools: [weather],
    toolChoice: 'auto',
    messages,
    maxOutputTokens: 100,
    signal: new AbortController().signal,
    ...changes,
  };
}
const user = (text: string): Message => ({ role: 'user', text });
const called = (
  callId: string,
  input: Record<string, unknown>,
  { content, isError = false }: { content: string; isError?: boolean },
): Message[] => [
  { role: 'assistant', content: [{ type: 'tool_call', callId, tool: 'weather', input }] },
  { role: 'tool_results', results: [{ callId, tool: 'weather', isError, content }] },
];
const collect = (model: Model, asked: ModelRequest): Promise<ModelEvent[]> =>
  Array.fromAsync(model.stream(asked));
const textOf = (events: ModelEvent[]): string =>
  events.map((event) => (event.type === 'text' ? event.text : '')).join('');

test('a fault in the playbook is reported and answered with the fallback', async () => {
  const before = faults.length;
  assert.equal(textOf(await collect(clerk, request([user('fail')]))), 'Please call.');
  assert.equal(faults.length, before + 1);
});

test('nothing to say, and nobody speaking, is answered with the fallback', async () => {
  assert.equal(textOf(await collect(clerk, request([user('nothing')]))), 'Please call.');
  assert.equal(textOf(await collect(clerk, request([]))), 'Please call.');
});

test('a signal that has aborted ends the stream without an event', async () => {
  const signal = AbortSignal.abort();
  assert.deepEqual(await collect(clerk, request([user('hello')], { signal })), []);
});

test('a signal that aborts in the middle ends the stream without an end', async () => {
  const controller = new AbortController();
  const events: ModelEvent[] = [];
  for await (const event of clerk.stream(request([user('hi')], { signal: controller.signal }))) {
    events.push(event);
    controller.abort();
  }
  assert.deepEqual(events, [{ type: 'text', text: 'Which ' }]);
});

test('text comes word by word and the end holds all of it', async () => {
  const events = await collect(clerk, request([user('hi')]));
  assert.deepEqual(events, [
    { type: 'text', text: 'Which ' },
    { type: 'text', text: 'city?' },
    {
      type: 'end',
      stop: 'end_turn',
      message: { role: 'assistant', content: [{ type: 'text', text: 'Which city?' }] },
      usage: { inputTokens: 0, cacheReadTokens: 0, cacheWriteTokens: 0, outputTokens: 0 },
    },
  ]);
});

test('a tool call is announced, then complete in the end', async () => {
  const [start, end, ...rest] = await collect(clerk, request([user('Rome?')]));
  assert.deepEqual(rest, []);
  assert.ok(start?.type === 'tool_call_start' && end?.type === 'end');
  assert.match(start.callId, /^clerk_[0-9a-f]{20}_0$/);
  assert.equal(end.stop, 'tool_use');
  assert.deepEqual(end.message.content, [
    { type: 'tool_call', callId: start.callId, tool: 'weather', input: { city: 'Rome' } },
  ]);
});

test('the result of the call is said', async () => {
  const messages = [
    user('Rome?'),
    ...called('clerk_1_0', { city: 'Rome' }, { content: '{"sky":"blue"}' }),
  ];
  assert.equal(textOf(await collect(clerk, request(messages))), 'Rome: blue');
});

test('what was found out in earlier turns is remembered from the transcript', async () => {
  const messages = [
    user('Oslo?'),
    ...called('clerk_1_0', { city: 'Oslo' }, { content: '{"sky":"grey"}' }),
    { role: 'assistant', content: [{ type: 'text', text: 'Oslo: grey' }] } as Message,
    user('and now?'),
  ];
  const end = (await collect(clerk, request(messages))).at(-1);
  assert.ok(end?.type === 'end' && end.stop === 'tool_use');
});

test('a result that another model fetched is used when it says what was wanted', async () => {
  const fetched = called('toolu_7', { city: 'Rome', unit: 'C' }, { content: '{"sky":"red"}' });
  assert.equal(textOf(await collect(clerk, request([user('Rome?'), ...fetched]))), 'Rome: red');
  const other = called('toolu_7', { city: 'Oslo' }, { content: '{"sky":"red"}' });
  const end = (await collect(clerk, request([user('Rome?'), ...other]))).at(-1);
  assert.ok(end?.type === 'end' && end.stop === 'tool_use');
});

test("a tool's own words are repeated, words meant for a model are not", async () => {
  const refused = called(
    'clerk_1_0',
    { city: 'Rome' },
    { content: '{"error":"Rome is closed."}', isError: true },
  );
  assert.equal(
    textOf(await collect(clerk, request([user('Rome?'), ...refused]))),
    'Rome is closed.',
  );
  for (const content of [
    '{"error":"The tool failed. Say that it could not be checked just now."}',
    '{"error":"The arguments are not valid. city: wrong"}',
    'no JSON',
  ]) {
    const failed = called('clerk_1_0', { city: 'Rome' }, { content, isError: true });
    assert.equal(
      textOf(await collect(clerk, request([user('Rome?'), ...failed]))),
      'not now: failed',
    );
  }
});

test('without the tool, or told not to call, it answers in words', async () => {
  const rome = [user('Rome?')];
  assert.equal(textOf(await collect(clerk, request(rome, { tools: [] }))), 'not now: absent');
  assert.equal(
    textOf(await collect(clerk, request(rome, { toolChoice: 'none' }))),
    'not now: failed',
  );
});

test('a playbook that always wants one call more is stopped after three rounds', async () => {
  const messages = [user('loop')];
  for (let round = 0; round < 3; round += 1) {
    const end = (await collect(clerk, request(messages))).at(-1);
    assert.ok(end?.type === 'end' && end.stop === 'tool_use');
    const [call] = end.message.content;
    assert.ok(call?.type === 'tool_call');
    messages.push(end.message, {
      role: 'tool_results',
      results: [{ callId: call.callId, tool: 'weather', isError: false, content: '{}' }],
    });
  }
  assert.equal(textOf(await collect(clerk, request(messages))), 'gave up: failed');
});

test("today is the day of the business's time zone", async () => {
  assert.equal(
    textOf(await collect(clerk, request([user('today')]))),
    'It is Sunday, November 22.',
  );
});

test('any transcript ends in exactly one end, the same each time', async () => {
  const text = fc.string({ unit: 'binary', maxLength: 100 });
  const message: fc.Arbitrary<Message> = fc.oneof(
    text.map(user),
    text.map((value): Message => ({ role: 'assistant', content: [{ type: 'text', text: value }] })),
    fc.tuple(text, fc.jsonValue(), text).map(
      ([callId, input]): Message => ({
        role: 'assistant',
        content: [{ type: 'tool_call', callId, tool: 'weather', input }],
      }),
    ),
    fc.tuple(text, text).map(
      ([callId, content]): Message => ({
        role: 'tool_results',
        results: [{ callId, tool: 'weather', isError: false, content }],
      }),
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(message, { maxLength: 10 }), async (messages) => {
      const events = await collect(clerk, request(messages));
      assert.equal(events.filter(({ type }) => type === 'end').length, 1);
      assert.equal(events.at(-1)?.type, 'end');
      assert.deepEqual(await collect(clerk, request(messages)), events);
    }),
  );
});
