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
import fc from 'fast-check';
import { findGivenReferences } from './given-references.ts';
import { withCheckedCitations } from './with-checked-citations.ts';

const EMAIL = '8f14e45fceea';
const result = (content: string): Message => ({
  role: 'tool_results',
  results: [{ callId: 'a', tool: 'list_emails', isError: false, content }],
});
const request = (...results: Message[]): ModelRequest => ({
  system: { stable: '', varying: 'Urgent: [task:111122223333].' },
  tools: [],
  toolChoice: 'auto',
  messages: [
    { role: 'user', text: 'earlier' },
    result(JSON.stringify({ ref: '[email:eeeeeeeeeeee]' })),
    { role: 'assistant', content: [{ type: 'text', text: 'It was [email:eeeeeeeeeeee].' }] },
    { role: 'user', text: 'and now [email:dddddddddddd]?' },
    ...results,
  ],
  maxOutputTokens: 100,
  signal: new AbortController().signal,
});
const given = result(JSON.stringify({ emails: [{ ref: `[email:${EMAIL}]` }] }));

async function run(step: ScriptedStep, asked = request(given)): Promise<ModelEvent[]> {
  const events: ModelEvent[] = [];
  const model = withCheckedCitations(createScriptedModel([step]));
  for await (const event of model.stream(asked)) events.push(event);
  return events;
}

const textOf = (events: readonly ModelEvent[]) =>
  events.map((event) => (event.type === 'text' ? event.text : '')).join('');

describe('what an answer may cite', () => {
  const isGiven = (content: unknown, kind: 'email' | 'execution' | 'task' = 'email') =>
    findGivenReferences(request(result(JSON.stringify(content)))).has(kind, EMAIL);

  it('is what a tool named in a field for refs, however deep', () => {
    assert.ok(isGiven({ ref: `[email:${EMAIL}]` }));
    assert.ok(isGiven({ emails: [{ tasks: [{ email_ref: `email:${EMAIL}` }] }] }));
    assert.ok(isGiven({ email_ref: `[email:019ab3de-1234-7abc-8def-${EMAIL}]` }));
    const deep = `${'{"a":'.repeat(5_000)}{"ref":"[email:${EMAIL}]"}${'}'.repeat(5_000)}`;
    assert.ok(findGivenReferences(request(result(deep))).has('email', EMAIL));
  });

  it('is not what a mail says, nor another kind of record', () => {
    assert.ok(!isGiven({ subject: `[email:${EMAIL}]` }));
    assert.ok(!isGiven({ text: `{"ref":"[email:${EMAIL}]"}` }));
    assert.ok(!isGiven({ ref: `see [email:${EMAIL}]` }));
    assert.ok(!isGiven({ refs: [`[email:${EMAIL}]`], preference: `[email:${EMAIL}]` }));
    assert.ok(!isGiven({ ref: `[email:${EMAIL}]` }, 'execution'));
    assert.ok(!findGivenReferences(request(result(`[email:${EMAIL}]`))).has('email', EMAIL));
  });

  it('is not what an earlier turn or the question named', () => {
    const references = findGivenReferences(request(given));
    assert.ok(references.has('email', EMAIL));
    assert.ok(!references.has('email', 'eeeeeeeeeeee'));
    assert.ok(!references.has('email', 'dddddddddddd'));
  });

  it('is what the summary names', () => {
    assert.ok(findGivenReferences(request()).has('task', '111122223333'));
  });
});

describe('a model with checked citations', () => {
  it('streams the checked text and ends with the same', async () => {
    const events = await run(
      says(
        'Two: [em',
        `ail:${EMAIL}] and [email:ff`,
        'ffffffffff].\r',
        '\n',
        '![x](https://e.example)',
      ),
    );
    const expected = `Two: [email:${EMAIL}] and.\n! [x] (https://e.example)`;
    assert.equal(textOf(events), expected);
    const last = events.at(-1);
    assert.ok(last?.type === 'end');
    assert.deepEqual(last.message.content, [{ type: 'text', text: expected }]);
  });

  it('says everything it held before a call starts, and leaves the call as it is', async () => {
    const call = { callId: 'c', tool: 'get_email', input: { id: '[email:ffffffffffff]' } };
    const events = await run(calls([call], 'Looking [email:ffffffffffff] ['));
    assert.deepEqual(events.slice(0, -1), [
      { type: 'text', text: 'Looking' },
      { type: 'text', text: ' [' },
      { type: 'tool_call_start', callId: 'c', tool: 'get_email' },
    ]);
    const last = events.at(-1);
    assert.ok(last?.type === 'end' && last.stop === 'tool_use');
    assert.deepEqual(last.message.content, [
      { type: 'text', text: 'Looking [' },
      { type: 'tool_call', ...call },
    ]);
  });

  it('joins no text before a call with text after it', async () => {
    const call = { callId: 'c', tool: 'get_email', input: {} };
    const parts = ['a [email:', `${EMAIL}] b`] as const;
    const events = await run({
      events: [
        { type: 'text', text: parts[0] },
        { type: 'tool_call_start', callId: 'c', tool: 'get_email' },
        { type: 'text', text: parts[1] },
        end('tool_use', [
          { type: 'text', text: parts[0] },
          { type: 'tool_call', ...call },
          { type: 'text', text: parts[1] },
        ]),
      ],
    });
    const last = events.at(-1);
    assert.ok(last?.type === 'end');
    assert.deepEqual(last.message.content, [
      { type: 'text', text: parts[0] },
      { type: 'tool_call', ...call },
      { type: 'text', text: parts[1] },
    ]);
    assert.equal(textOf(events), parts.join(''));
  });

  it('keeps reasoning in its place between texts that run on', async () => {
    const reasoning = { type: 'reasoning', model: 'm', data: { thinking: '[email:x]' } } as const;
    const events = await run({
      events: [
        { type: 'text', text: 'a [email:' },
        { type: 'text', text: 'ffffffffffff] b' },
        end('end_turn', [
          { type: 'text', text: 'a [email:' },
          reasoning,
          { type: 'text', text: 'ffffffffffff] b' },
        ]),
      ],
    });
    assert.equal(textOf(events), 'a b');
    const last = events.at(-1);
    assert.ok(last?.type === 'end');
    assert.deepEqual(last.message.content, [
      { type: 'text', text: 'a' },
      reasoning,
      { type: 'text', text: ' b' },
    ]);
  });

  it('passes on a failure, without what it held, so that another model may still answer', async () => {
    const failure = new Error('gone');
    const model = withCheckedCitations(
      createScriptedModel([{ events: [{ type: 'text', text: '[email:' }], throws: failure }]),
    );
    const events: ModelEvent[] = [];
    await assert.rejects(async () => {
      for await (const event of model.stream(request())) events.push(event);
    }, failure);
    assert.deepEqual(events, []);
  });

  it('closes the stream of the model when its reader leaves', async () => {
    const scripted = createScriptedModel([says('one ', 'two')]);
    for await (const _ of withCheckedCitations(scripted).stream(request())) break;
    assert.equal(scripted.closedStreams, 1);
  });

  it('is the model it stands for', () => {
    let isUp = true;
    const model = withCheckedCitations(
      createScriptedModel([], { name: 'm', isAvailable: () => isUp }),
    );
    assert.deepEqual([model.name, model.provider, model.isAvailable()], ['m', 'anthropic', true]);
    isUp = false;
    assert.equal(model.isAvailable(), false);
  });

  it('streams what it stores, whatever the model writes and however it is cut', async () => {
    const piece = fc.oneof(
      fc.constantFrom('[email:', EMAIL, 'ffffffffffff', ']', '(', ' ', '`', '!', '<a ', '\r', ':'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 20 }), async (pieces) => {
        const events = await run(says(...pieces));
        const last = events.at(-1);
        assert.ok(last?.type === 'end');
        const stored = last.message.content.map((block) =>
          block.type === 'text' ? block.text : '',
        );
        assert.equal(textOf(events), stored.join(''));
      }),
      { numRuns: 500, seed: 11 },
    );
  });
});
