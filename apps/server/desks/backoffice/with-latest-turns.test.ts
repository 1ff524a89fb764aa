import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message, Model, ModelRequest } from '@deskbell/engine';
import { withLatestTurns } from './with-latest-turns.ts';

test('a model is told of the last turns whole, and of the message to be answered', async () => {
  const asked: ModelRequest[] = [];
  const model: Model = {
    name: 'told',
    provider: 'anthropic',
    isAvailable: () => true,
    stream(request) {
      asked.push(request);
      return (async function* () {})();
    },
  };
  const messages: Message[] = [1, 2, 3, 4].flatMap((turn): Message[] => [
    { role: 'user', text: `question ${turn}` },
    { role: 'assistant', content: [{ type: 'text', text: `answer ${turn}` }] },
  ]);
  messages.push({ role: 'user', text: 'question 5' });
  const read = async (turns: number): Promise<readonly Message[]> => {
    const request: ModelRequest = {
      system: { stable: '', varying: '' },
      messages,
      tools: [],
      toolChoice: 'auto',
      maxOutputTokens: 100,
      signal: new AbortController().signal,
    };
    for await (const { type } of withLatestTurns(model, turns).stream(request)) assert.fail(type);
    return asked.at(-1)?.messages ?? [];
  };
  assert.deepEqual(await read(2), messages.slice(4));
  assert.deepEqual(await read(9), messages);
  assert.deepEqual(await read(0), messages.slice(-1));
});
