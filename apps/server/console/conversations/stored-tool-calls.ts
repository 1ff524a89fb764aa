import { fromStoredMessage, type StoredMessage } from '../../chat/stored-message.ts';

/** A tool call as a turn's messages hold it. Name, input and result are words of others. */
export interface StoredToolCall {
  tool: string;
  /** Undefined when it was not valid JSON. */
  input: unknown;
  /** Undefined: it never ended. */
  result: { isError: boolean; shown: unknown } | undefined;
}

/** The tool calls of one turn, from its messages in their order. */
export function toolCallsOf(messages: readonly StoredMessage[]): StoredToolCall[] {
  const results = new Map<string, StoredToolCall['result']>();
  for (const stored of messages) {
    const message = fromStoredMessage(stored);
    if (message.role !== 'tool_results') continue;
    const { details = {} } = stored.content as { details?: Record<string, unknown> };
    for (const { callId, isError, content } of message.results) {
      results.set(callId, { isError, shown: details[callId] ?? readJson(content) });
    }
  }
  return messages.flatMap((stored) => {
    const message = fromStoredMessage(stored);
    if (message.role !== 'assistant') return [];
    return message.content.flatMap((block) =>
      block.type === 'tool_call'
        ? [{ tool: block.tool, input: block.input, result: results.get(block.callId) }]
        : [],
    );
  });
}

/** The tools that ran, each once, and those of them that worked. */
export function toolNamesOf(calls: readonly StoredToolCall[]): {
  tools: string[];
  workedTools: string[];
} {
  const ended = calls.filter(({ result }) => result !== undefined);
  const names = (some: readonly StoredToolCall[]) => [...new Set(some.map(({ tool }) => tool))];
  return {
    tools: names(ended),
    workedTools: names(ended.filter(({ result }) => result?.isError === false)),
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return { text };
  }
}
