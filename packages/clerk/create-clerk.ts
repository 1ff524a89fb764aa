import { createHash } from 'node:crypto';
import { setImmediate as nextTick } from 'node:timers/promises';
import type {
  AssistantMessage,
  Model,
  ModelEvent,
  ModelRequest,
  ToolCallBlock,
  Usage,
} from '@deskbell/engine';
import { readConversation } from './conversation.ts';
import { createRecall } from './create-recall.ts';
import { createTurn, type PlannedCall } from './create-turn.ts';
import { localTime } from './dates/calendar.ts';
import type { Playbook } from './playbook.ts';
import { splitPieces } from './split-pieces.ts';

export interface ClerkOptions<Memory> {
  playbook: Playbook<Memory>;
  clock: () => Date;
  /** IANA name of the business's time zone: what "tomorrow" means. */
  timezone: string;
  /** Told of a fault in the playbook; the customer reads the playbook's fallback instead. */
  onFault?: (cause: unknown) => void;
}

const NO_USAGE: Usage = {
  inputTokens: 0,
  cacheReadTokens: 0,
  cacheWriteTokens: 0,
  outputTokens: 0,
};
const PIECES_PER_TICK = 24;

type Decision = { say: string } | { call: readonly PlannedCall[] };

/**
 * A model that answers from a playbook and live tools. It is always available and never throws,
 * and nothing it keeps changes an answer: the same request at the same time gives the same events.
 * Every message is answered in words within four model calls. When `signal` aborts it stops without
 * an `end`.
 */
export function createClerk<Memory>(options: ClerkOptions<Memory>): Model {
  const { playbook, clock, timezone, onFault } = options;
  const recall = createRecall(playbook);

  function decide(request: ModelRequest, fingerprint: string): Decision {
    try {
      const now = localTime(clock(), timezone);
      const exchanges = readConversation(request.messages);
      const current = exchanges.pop();
      if (current === undefined) return { say: playbook.fallback };
      const memory = recall(exchanges, now);
      playbook.hear(memory, current.userText, now);
      const { turn, planned } = createTurn({
        memory,
        now,
        request,
        exchange: current,
        fingerprint,
        needsExactResults: playbook.needsExactResults ?? false,
      });
      const text = playbook.answer(turn);
      if (text === undefined && planned.length > 0) return { call: planned };
      return { say: text === undefined || text.trim() === '' ? playbook.fallback : text };
    } catch (cause) {
      onFault?.(cause);
      return { say: playbook.fallback };
    }
  }

  return {
    name: 'clerk',
    provider: 'clerk',
    isAvailable: () => true,
    async *stream(request): AsyncGenerator<ModelEvent> {
      // A turn of its own before working: many threads answered at once must not block I/O.
      await nextTick();
      if (request.signal.aborted) return;
      const fingerprint = fingerprintOf(request);
      const decision = decide(request, fingerprint);
      if ('call' in decision) {
        const content = decision.call.map(
          ({ tool, input }, index): ToolCallBlock => ({
            type: 'tool_call',
            callId: `clerk_${fingerprint}_${index}`,
            tool,
            input,
          }),
        );
        for (const { callId, tool } of content) yield { type: 'tool_call_start', callId, tool };
        yield end('tool_use', { role: 'assistant', content });
        return;
      }
      let count = 0;
      for (const text of splitPieces(decision.say)) {
        if (request.signal.aborted) return;
        yield { type: 'text', text };
        count += 1;
        if (count % PIECES_PER_TICK === 0) await nextTick();
      }
      yield end('end_turn', {
        role: 'assistant',
        content: [{ type: 'text', text: decision.say }],
      });
    },
  };
}

const end = (stop: 'end_turn' | 'tool_use', message: AssistantMessage): ModelEvent => ({
  type: 'end',
  stop,
  message,
  usage: NO_USAGE,
});

/** The same for the same conversation only; call ids made of it stay unique within a thread. */
function fingerprintOf({ messages }: ModelRequest): string {
  return createHash('sha256').update(JSON.stringify(messages)).digest('hex').slice(0, 20);
}
