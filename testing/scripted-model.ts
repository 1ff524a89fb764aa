import type {
  AssistantBlock,
  Model,
  ModelEvent,
  ModelRequest,
  ModelStop,
  Usage,
} from '@deskbell/engine';

const USAGE: Usage = { inputTokens: 10, cacheReadTokens: 0, cacheWriteTokens: 0, outputTokens: 5 };

/** One model call: what it yields, or what it throws after yielding. */
export interface ScriptedStep {
  events: ModelEvent[];
  throws?: unknown;
  /** Never ends by itself: waits for the request's signal after its events. */
  hangs?: boolean;
}

/** A model that answers in words, in the given pieces. */
export function says(...pieces: string[]): ScriptedStep {
  return {
    events: [
      ...pieces.map((text): ModelEvent => ({ type: 'text', text })),
      end('end_turn', pieces.length === 0 ? [] : [{ type: 'text', text: pieces.join('') }]),
    ],
  };
}

/** A model that calls tools, after saying `text` when given. */
export function calls(
  toolCalls: { callId: string; tool: string; input?: unknown }[],
  text?: string,
): ScriptedStep {
  const blocks: AssistantBlock[] = [
    ...(text === undefined ? [] : [{ type: 'text' as const, text }]),
    ...toolCalls.map((call) => ({ type: 'tool_call' as const, ...call })),
  ];
  return {
    events: [
      ...(text === undefined ? [] : [{ type: 'text' as const, text }]),
      ...toolCalls.map(
        ({ callId, tool }): ModelEvent => ({ type: 'tool_call_start', callId, tool }),
      ),
      end('tool_use', blocks),
    ],
  };
}

export function end(stop: ModelStop, content: AssistantBlock[]): ModelEvent {
  return { type: 'end', stop, message: { role: 'assistant', content }, usage: USAGE };
}

export interface ScriptedModel extends Model {
  /** Every request, with the conversation as it was at that moment. */
  readonly requests: ModelRequest[];
  /** How many of its streams were closed, whichever way. */
  readonly closedStreams: number;
  /** Throws when a step was never asked for. */
  assertConsumed(): void;
}

/** A model that plays its steps in order and fails on a call that the script does not have. */
export function createScriptedModel(
  steps: ScriptedStep[],
  options: { name?: string; isAvailable?: () => boolean } = {},
): ScriptedModel {
  const requests: ModelRequest[] = [];
  let closedStreams = 0;
  let asked = 0;
  return {
    name: options.name ?? 'scripted',
    provider: 'anthropic',
    isAvailable: options.isAvailable ?? (() => true),
    requests,
    get closedStreams() {
      return closedStreams;
    },
    assertConsumed() {
      if (asked < steps.length) {
        throw new Error(`${steps.length - asked} scripted steps were never asked for`);
      }
    },
    async *stream(request) {
      const step = steps[asked];
      asked += 1;
      requests.push({ ...request, messages: structuredClone(request.messages) });
      try {
        if (step === undefined) throw new Error('the script has no step for this call');
        for (const event of step.events) {
          request.signal.throwIfAborted();
          yield event;
        }
        if (step.hangs) {
          await new Promise((_, reject) => {
            if (request.signal.aborted) reject(request.signal.reason);
            request.signal.addEventListener('abort', () => reject(request.signal.reason), {
              once: true,
            });
          });
        }
        if (step.throws !== undefined) throw step.throws;
      } finally {
        closedStreams += 1;
      }
    },
  };
}
