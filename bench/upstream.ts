import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { paced } from '@deskbell/testing/fake-claude/delivery.ts';
import { buildReply } from '@deskbell/testing/fake-claude/message-events.ts';
import { type Plan, planDelivery } from '@deskbell/testing/fake-claude/plan.ts';
import { play } from '@deskbell/testing/fake-claude/player.ts';
import { text, toolCalls } from '@deskbell/testing/fake-claude/replies.ts';
import type { Reply } from '@deskbell/testing/fake-claude/step.ts';
import { shapeIn, type TurnShape } from './turn-shape.ts';

/**
 * The model provider of both servers, as a process: the answers of the fake Claude without its
 * checks, which would take longer for the longer request and so count as ours. It asks for one tool
 * call, then streams an answer in the shape that the customer's question names. Prints its address.
 */
const plans = new Map<string, Plan>();

function planOf(key: string, createStep: () => Reply): Plan {
  const known = plans.get(key);
  if (known !== undefined) return known;
  const step = createStep();
  const { events } = buildReply(step, {
    model: 'claude-sonnet-5-5',
    input: {
      inputTokens: 500,
      cacheReadTokens: 2_000,
      cacheWriteTokens5m: 0,
      cacheWriteTokens1h: 0,
    },
    createId: (prefix) => `${prefix}bench`,
  });
  const plan = planDelivery(events, step.delivery, 'req_bench');
  plans.set(key, plan);
  return plan;
}

const createToolStep = (): Reply =>
  toolCalls([{ name: 'check_zip_coverage', input: { zip_code: '11201' } }]);

function createTextStep({ deltas, burst, everyMs }: TurnShape): Reply {
  // Words that claim nothing, so that each goes on as it comes.
  const letters = 'abcdefgh';
  const words = Array.from(
    { length: deltas },
    (_, index) => `word${letters.charAt(index % letters.length)} `,
  );
  return paced(text(words.join(''), { deltas: words }), { everyMs, events: burst });
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString('utf8');
  const shape = shapeIn(body);
  const hasResult = body.lastIndexOf('"tool_result"') > body.lastIndexOf(shape.marker);
  const plan = hasResult
    ? planOf(shape.marker, () => createTextStep(shape))
    : planOf('tool', createToolStep);
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  play(plan, response, () => {});
}

const server = createServer({ keepAliveTimeout: 0 }, (request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error);
    response.destroy();
  });
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
});
