import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Message } from '../../message.ts';
import { LOOKUP, modelRequest } from '../test-support.ts';
import { buildClaudeRequest } from './request.ts';

const MODEL = 'claude-sonnet-5-5';
const build = (messages: readonly Message[], model = MODEL) =>
  buildClaudeRequest(model, 'low', modelRequest({ messages })).messages;
const cached = { type: 'ephemeral' };

describe('buildClaudeRequest', () => {
  it('sends no sampling parameter to any model', () => {
    for (const model of [MODEL, 'claude-haiku-5-5', 'claude-sonnet-4-5', 'claude-someday-9']) {
      assert.equal('temperature' in buildClaudeRequest(model, 'low', modelRequest()), false);
    }
  });

  it('asks for thinking between tools, with its effort, only where it is taken', () => {
    const body = buildClaudeRequest(MODEL, 'medium', modelRequest());
    assert.deepEqual(body.thinking, { type: 'between_tools' });
    assert.deepEqual(body.output_config, { effort: 'medium' });
    const other = buildClaudeRequest('claude-sonnet-4-5', 'medium', modelRequest());
    assert.equal('thinking' in other || 'output_config' in other, false);
  });

  it('never forces a tool, and sends no choice where there is no tool', () => {
    assert.equal('tool_choice' in buildClaudeRequest(MODEL, 'low', modelRequest()), false);
    const none = buildClaudeRequest(MODEL, 'low', modelRequest({ toolChoice: 'none' }));
    assert.deepEqual(none.tool_choice, { type: 'none' });
    assert.equal(none.tools?.length, 1);
    const bare = buildClaudeRequest(MODEL, 'low', modelRequest({ tools: [], toolChoice: 'none' }));
    assert.equal('tools' in bare || 'tool_choice' in bare, false);
  });

  it('marks the stable prompt, the varying prompt and the end of the conversation', () => {
    const body = buildClaudeRequest(MODEL, 'low', modelRequest());
    assert.deepEqual(body.system, [
      { type: 'text', text: 'You answer.', cache_control: cached },
      { type: 'text', text: 'Today is Sunday.', cache_control: cached },
    ]);
    assert.deepEqual(body.messages, [
      { role: 'user', content: [{ type: 'text', text: 'Hello', cache_control: cached }] },
    ]);
    assert.equal(JSON.stringify(body).split('cache_control').length - 1, 3);
  });

  it('marks the last tool where there is no stable prompt', () => {
    const system = { stable: ' ', varying: '' };
    const tools = [LOOKUP, { ...LOOKUP, name: 'other' }];
    const body = buildClaudeRequest(MODEL, 'low', modelRequest({ system, tools }));
    assert.equal('system' in body, false);
    assert.deepEqual(
      body.tools?.map((tool) => 'cache_control' in tool),
      [false, true],
    );
  });

  it('never sends empty text, an unanswered call or an assistant message last', () => {
    assert.deepEqual(
      build([
        { role: 'assistant', content: [{ type: 'text', text: 'I begin' }] },
        { role: 'user', text: 'one' },
        { role: 'user', text: '  ' },
        {
          role: 'assistant',
          content: [
            { type: 'text', text: '\n' },
            { type: 'tool_call', callId: 'a', tool: 'lookup' },
            { type: 'tool_call', callId: 'b', tool: 'lookup', input: [1] },
          ],
        },
        {
          role: 'tool_results',
          results: [
            { callId: 'b', tool: 'lookup', isError: true, content: 'No such key.' },
            { callId: 'stray', tool: 'lookup', isError: false, content: '1' },
          ],
        },
        { role: 'assistant', content: [{ type: 'text', text: 'Done.' }] },
      ]),
      [
        { role: 'user', content: [{ type: 'text', text: 'one' }] },
        {
          role: 'assistant',
          content: [
            { type: 'tool_use', id: 'a', name: 'lookup', input: {} },
            { type: 'tool_use', id: 'b', name: 'lookup', input: {} },
          ],
        },
        {
          role: 'user',
          content: [
            {
              type: 'tool_result',
              tool_use_id: 'a',
              content: '{"error":"The call was interrupted before it returned."}',
              is_error: true,
            },
            { type: 'tool_result', tool_use_id: 'b', content: 'No such key.', is_error: true },
          ],
        },
        { role: 'assistant', content: [{ type: 'text', text: 'Done.' }] },
        {
          role: 'user',
          content: [{ type: 'text', text: 'Please go on.', cache_control: cached }],
        },
      ],
    );
  });

  it('closes a tool loop that was left open before the customer wrote again', () => {
    const messages = build([
      { role: 'user', text: 'one' },
      {
        role: 'assistant',
        content: [{ type: 'tool_call', callId: 'a', tool: 'lookup', input: {} }],
      },
      {
        role: 'tool_results',
        results: [{ callId: 'a', tool: 'lookup', isError: false, content: '' }],
      },
      { role: 'user', text: 'two' },
    ]);
    assert.deepEqual(
      messages.slice(-3).map(({ role, content }) => [role, content]),
      [
        ['user', [{ type: 'tool_result', tool_use_id: 'a' }]],
        ['assistant', [{ type: 'text', text: '(The answer was interrupted.)' }]],
        ['user', [{ type: 'text', text: 'two', cache_control: cached }]],
      ],
    );
  });

  it('gives a model its own thinking back untouched and in place, and no other model’s', () => {
    const thinking = { type: 'thinking', thinking: '', signature: 'xyz', extra: [1] };
    const history: Message[] = [
      { role: 'user', text: 'one' },
      {
        role: 'assistant',
        content: [
          { type: 'reasoning', model: MODEL, data: thinking },
          { type: 'text', text: 'Let me look.' },
          { type: 'tool_call', callId: 'a', tool: 'lookup', input: {} },
        ],
      },
      {
        role: 'tool_results',
        results: [{ callId: 'a', tool: 'lookup', isError: false, content: '1' }],
      },
    ];
    const blocks = (model: string): unknown[] =>
      build(history, model).flatMap(({ content }) => content as unknown[]);
    assert.equal(blocks(MODEL)[1], thinking);
    assert.deepEqual(
      blocks('claude-haiku-5-5').map((block) => (block as { type: string }).type),
      ['text', 'text', 'tool_use', 'tool_result'],
    );
  });

  it('writes the same bytes for the same request, whatever the order of a stored input', () => {
    const withInput = (input: unknown) =>
      JSON.stringify(
        build([
          { role: 'user', text: 'one' },
          {
            role: 'assistant',
            content: [{ type: 'tool_call', callId: 'a', tool: 'lookup', input }],
          },
        ]),
      );
    assert.equal(
      withInput({ b: { d: 1, c: [{ f: 2, e: 3 }] }, a: null }),
      withInput({ a: null, b: { c: [{ e: 3, f: 2 }], d: 1 } }),
    );
  });
});
