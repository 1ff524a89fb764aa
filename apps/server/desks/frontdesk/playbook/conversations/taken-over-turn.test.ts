import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message } from '@deskbell/engine';
import { PRICE } from './conversation-checks.ts';

const failed = (calls: [string, Record<string, unknown>, Record<string, unknown>][]): Message[] => [
  {
    role: 'assistant',
    content: calls.map(([tool, input], index) => ({
      type: 'tool_call',
      callId: `toolu_${index}`,
      tool,
      input,
    })),
  },
  {
    role: 'tool_results',
    results: calls.map(([tool, , content], index) => ({
      callId: `toolu_${index}`,
      tool,
      isError: false,
      content: JSON.stringify(content),
    })),
  },
];

test('a turn taken over from another model uses its results and calls nothing again', async () => {
  const { createFrontDeskClerk } = await import('./conversation-driver.ts');
  const events = await Array.fromAsync(
    createFrontDeskClerk().stream({
      system: { stable: '', varying: '' },
      tools: [
        { name: 'check_zip_coverage', description: '', inputSchema: {} },
        { name: PRICE, description: '', inputSchema: {} },
      ],
      toolChoice: 'auto',
      messages: [
        {
          role: 'user',
          text: 'Hmm, so what about my grandmother in that Hoboken place with those three?',
        },
        ...failed([
          [
            PRICE,
            { service_type: 'standard_delivery', item_count: 3, delivery_zip: '07030' },
            {
              service_type: 'standard_delivery',
              line_items: [],
              estimated_total: 460,
              disclaimer: 'An estimate.',
            },
          ],
        ]),
      ],
      maxOutputTokens: 1000,
      signal: new AbortController().signal,
    }),
  );
  const end = events.at(-1);
  assert.ok(end?.type === 'end' && end.stop === 'end_turn');
  const text = events.map((event) => (event.type === 'text' ? event.text : '')).join('');
  assert.match(text, /\$460/);
});
