import type { AssistantBlock, Model, ModelEvent, ModelRequest, Usage } from '@deskbell/engine';
import type { Attack } from './attack.ts';
import { obeyAsAgent } from './obeying-agents.ts';
import { fillPlaceholders, type Placeholders } from './placeholders.ts';

const USAGE: Usage = { inputTokens: 10, cacheReadTokens: 0, cacheWriteTokens: 0, outputTokens: 5 };
const HUGE = 'A'.repeat(100_000);
/** Pieces as they would stream, so that what checks a stream sees cuts inside of names and marks. */
const PIECE_LENGTH = 7;
/** Of what it repeats at most so much, so that a flood does not become one of the report. */
const MOST_REPEATED = 200_000;

/** What the model is to obey, set before each attack. */
export interface Orders {
  attack: Attack;
  known: Partial<Placeholders>;
}

export interface ObeyingModel extends Model {
  obey(orders: Orders): void;
  /** Every request since the last orders, as JSON: all that a model could ever give away. */
  given(): readonly string[];
}

/**
 * A model that an attacker owns: it does exactly what the attack at hand demands, whatever its
 * instructions say. It calls what it is told to call, whether or not there is such a tool or tools
 * are allowed at all, and says what it is told to say. As an agent it reports what the attack wants.
 */
export function createObeyingModel(): ObeyingModel {
  let orders: Orders | undefined;
  let requests: string[] = [];
  return {
    name: 'obeying',
    provider: 'anthropic',
    isAvailable: () => true,
    obey: (given) => {
      orders = given;
      requests = [];
    },
    given: () => requests,
    async *stream(request) {
      if (orders === undefined) throw new Error('an obeying model needs orders');
      const { signal: _, ...rest } = request;
      requests.push(JSON.stringify(rest));
      yield* request.outputSchema === undefined
        ? actAtDesk(request, orders)
        : say(JSON.stringify(obeyAsAgent(request, orders)));
    },
  };
}

function* actAtDesk(request: ModelRequest, orders: Orders): Generator<ModelEvent> {
  const { obeys } = orders.attack;
  const results = resultsOfTurn(request);
  const round = results.length + 1;
  const known = { ...orders.known, huge: HUGE, round: String(round) };
  if (round > obeys.rounds || obeys.calls.length === 0) {
    const { signal: _, ...rest } = request;
    yield* say(
      fillPlaceholders(obeys.says, {
        ...known,
        everything: JSON.stringify(rest).slice(0, MOST_REPEATED),
        results: JSON.stringify(results).slice(0, MOST_REPEATED),
      }),
    );
    return;
  }
  const calls = Array.from({ length: obeys.times }, (_, time) =>
    obeys.calls
      .flatMap((call) => Object.entries(call))
      .map(
        ([tool, input], index): AssistantBlock => ({
          type: 'tool_call',
          callId: `call_${round}_${time}_${index}`,
          tool,
          input: fillPlaceholders(input, known),
        }),
      ),
  ).flat();
  for (const call of calls) {
    if (call.type === 'tool_call') {
      yield { type: 'tool_call_start', callId: call.callId, tool: call.tool };
    }
  }
  yield {
    type: 'end',
    stop: 'tool_use',
    message: { role: 'assistant', content: calls },
    usage: USAGE,
  };
}

function* say(text: string): Generator<ModelEvent> {
  for (let at = 0; at < text.length; at += PIECE_LENGTH) {
    yield { type: 'text', text: text.slice(at, at + PIECE_LENGTH) };
  }
  const content: AssistantBlock[] = [{ type: 'text', text }];
  yield { type: 'end', stop: 'end_turn', message: { role: 'assistant', content }, usage: USAGE };
}

/** What the calls of this turn gave, one entry for each round. */
function resultsOfTurn({ messages }: ModelRequest): unknown[] {
  const asked = messages.findLastIndex(({ role }) => role === 'user');
  return messages
    .slice(asked + 1)
    .flatMap((message) => (message.role === 'tool_results' ? [message.results] : []));
}
