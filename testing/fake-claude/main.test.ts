import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import { priceTool, requestWith } from './example-requests.ts';

test('as a process it plays one tool round, then a text, and stops on SIGTERM', async () => {
  const main = new URL('main.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [main, '--deltas', '5', '--every-ms', '1'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  try {
    const [url] = (await once(createInterface(child.stdout), 'line')) as [string];
    const client = new Anthropic({ apiKey: 'test-key', baseURL: url });
    const question: Anthropic.MessageParam = { role: 'user', content: 'Hi' };
    const tools = [priceTool];
    const first = await client.messages
      .stream(requestWith({ messages: [question], tools }))
      .finalMessage();
    const [call] = first.content;
    assert.ok(call?.type === 'tool_use');
    assert.equal(call.name, 'price');
    const second = await client.messages
      .stream(
        requestWith({
          tools,
          messages: [
            question,
            { role: 'assistant', content: [call] },
            { role: 'user', content: [{ type: 'tool_result', tool_use_id: call.id }] },
          ],
        }),
      )
      .finalMessage();
    assert.deepEqual(second.content, [
      { type: 'text', text: 'word0 word1 word2 word3 word4 ', citations: null },
    ]);
  } finally {
    child.kill('SIGTERM');
  }
  assert.deepEqual(await exited, [0, null]);
});
