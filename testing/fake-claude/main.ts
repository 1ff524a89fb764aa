import { parseArgs } from 'node:util';
import { paced } from './delivery.ts';
import { startFakeClaude } from './fake-claude.ts';
import { text, toolCalls } from './replies.ts';
import type { MessagesRequest } from './validation/request-shape.ts';

/**
 * The fake as a process of its own, for benches: each turn is one tool call (of `--tool`, with
 * `--input`), then a text of `--deltas` deltas, `--burst` of them in one write every `--every-ms`.
 * `--every-ms 0` sends all at once. Prints its address and runs until it is told to stop.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    tool: { type: 'string', default: '' },
    input: { type: 'string', default: '{}' },
    deltas: { type: 'string', default: '100' },
    'every-ms': { type: 'string', default: '5' },
    burst: { type: 'string', default: '1' },
  },
});
const everyMs = Number(values['every-ms']);
const words = Array.from({ length: Number(values.deltas) }, (_, index) => `word${index} `);
const answer = text(words.join(''), { deltas: words });
const textStep = everyMs === 0 ? answer : paced(answer, { everyMs, events: Number(values.burst) });
const input: unknown = JSON.parse(values.input);

const fake = await startFakeClaude({ port: Number(values.port), maxRecordedRequests: 0 });
fake.always((request) => {
  const tool = values.tool || request.tools?.[0]?.name;
  return tool === undefined || hasResults(request) ? textStep : toolCalls([{ name: tool, input }]);
});
process.stdout.write(`${fake.url}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void fake.close());

function hasResults({ messages }: MessagesRequest): boolean {
  const content = messages.at(-1)?.content;
  return Array.isArray(content) && content.some(({ type }) => type === 'tool_result');
}
