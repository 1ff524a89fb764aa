import assert from 'node:assert/strict';
import { it } from 'node:test';
import { fitHistory } from './fit-history.ts';
import type { Message } from './message.ts';

const exchange = (name: string, size = 100): Message[] => [
  { role: 'user', text: name },
  {
    role: 'assistant',
    content: [{ type: 'tool_call', callId: name, tool: 'look', input: {} }],
  },
  {
    role: 'tool_results',
    results: [{ callId: name, tool: 'look', isError: false, content: 'x'.repeat(size) }],
  },
  { role: 'assistant', content: [{ type: 'text', text: 'Done.' }] },
];
const question: Message = { role: 'user', text: 'And now?' };

it('drops whole exchanges from the oldest on, never half of one', () => {
  const messages = [...exchange('a'), ...exchange('b'), ...exchange('c'), question];
  const whole = JSON.stringify(exchange('c')).length + JSON.stringify(question).length;
  assert.deepEqual(fitHistory(messages, whole + 50), [...exchange('c'), question]);
  assert.deepEqual(fitHistory(messages, 1_000_000), messages);
});

it('keeps the last question even when it is too long by itself', () => {
  const long: Message = { role: 'user', text: 'x'.repeat(500) };
  assert.deepEqual(fitHistory([...exchange('a'), long], 100), [long]);
  assert.deepEqual(fitHistory([...exchange('a', 10_000), question], 100), [question]);
});
