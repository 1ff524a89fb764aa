import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LOOKUP, modelRequest } from '../test-support.ts';
import { buildOpenAiRequest } from './request.ts';

describe('buildOpenAiRequest', () => {
  it('sends one system message, the tools and a request for usage', () => {
    const { tools, messages, ...rest } = buildOpenAiRequest('llama3.3', modelRequest());
    assert.deepEqual(rest, {
      model: 'llama3.3',
      max_tokens: 1024,
      stream: true,
      stream_options: { include_usage: true },
      temperature: 0.3,
      tool_choice: 'auto',
    });
    assert.deepEqual(tools, [
      {
        type: 'function',
        function: {
          name: LOOKUP.name,
          description: LOOKUP.description,
          parameters: LOOKUP.inputSchema,
        },
      },
    ]);
    assert.deepEqual(messages, [
      { role: 'system', content: 'You answer.\n\nToday is Sunday.' },
      { role: 'user', content: 'Hello' },
    ]);
  });

  it('sends no choice where there is no tool', () => {
    const body = buildOpenAiRequest('m', modelRequest({ tools: [], toolChoice: 'none' }));
    assert.equal('tools' in body || 'tool_choice' in body, false);
  });

  it('answers every call, drops another model’s reasoning and joins what the customer wrote', () => {
    const { messages } = buildOpenAiRequest(
      'm',
      modelRequest({
        system: { stable: '', varying: '' },
        messages: [
          { role: 'user', text: 'one' },
          { role: 'user', text: 'two' },
          {
            role: 'assistant',
            content: [
              { type: 'reasoning', model: 'claude-sonnet-5-5', data: {} },
              { type: 'tool_call', callId: 'a', tool: 'lookup', input: { b: 1, a: 2 } },
              { type: 'tool_call', callId: 'b', tool: 'lookup' },
            ],
          },
          {
            role: 'tool_results',
            results: [
              { callId: 'a', tool: 'lookup', isError: false, content: '1' },
              { callId: 'b', tool: 'lookup', isError: true, content: 'Not valid.' },
            ],
          },
        ],
      }),
    );
    const call = (id: string, json: string) => ({
      type: 'function',
      id,
      function: { name: 'lookup', arguments: json },
    });
    assert.deepEqual(messages, [
      { role: 'user', content: 'one\n\ntwo' },
      {
        role: 'assistant',
        content: null,
        tool_calls: [call('a', '{"a":2,"b":1}'), call('b', '{}')],
      },
      { role: 'tool', tool_call_id: 'a', content: '1' },
      { role: 'tool', tool_call_id: 'b', content: 'Error: Not valid.' },
    ]);
  });
});
