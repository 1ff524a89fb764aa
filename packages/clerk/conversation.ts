import type { Message, ToolResult } from '@deskbell/engine';
import type { SeenCall, ToolOutcome } from './playbook.ts';

/** A message of the customer and everything that followed it. */
export interface Exchange {
  userText: string;
  calls: (SeenCall & { callId: string })[];
  /** How many model calls of this exchange ended in tool calls. */
  rounds: number;
  replyText: string;
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};

function parseContent(content: string): Record<string, unknown> {
  try {
    return asRecord(JSON.parse(content));
  } catch {
    return {};
  }
}

/** Errors a broken or interrupted call left behind speak to a model, not to a customer. */
const SPEAKS_TO_MODELS =
  /the tool failed|interrupted|arguments|there is no tool|already made|too many calls|too long to show/i;

function toOutcome(result: ToolResult | undefined): ToolOutcome {
  if (result === undefined) return { ok: false, reason: 'failed' };
  const value = parseContent(result.content);
  if (!result.isError) return { ok: true, value };
  const { error } = value;
  return typeof error === 'string' && !SPEAKS_TO_MODELS.test(error)
    ? { ok: false, reason: 'refused', error }
    : { ok: false, reason: 'failed' };
}

/** A conversation as exchanges, oldest first. What comes before the first user message is left out. */
export function readConversation(messages: readonly Message[]): Exchange[] {
  const exchanges: Exchange[] = [];
  let exchange: Exchange | undefined;
  messages.forEach((message, index) => {
    if (message.role === 'user') {
      exchange = { userText: message.text, calls: [], rounds: 0, replyText: '' };
      exchanges.push(exchange);
    } else if (message.role === 'assistant' && exchange !== undefined) {
      const next = messages[index + 1];
      const results = next?.role === 'tool_results' ? next.results : [];
      let hasCalls = false;
      for (const block of message.content) {
        if (block.type === 'text') {
          exchange.replyText += (exchange.replyText === '' ? '' : '\n\n') + block.text;
        } else if (block.type === 'tool_call') {
          hasCalls = true;
          const result = results.find(({ callId }) => callId === block.callId);
          exchange.calls.push({
            callId: block.callId,
            tool: block.tool,
            input: asRecord(block.input),
            outcome: toOutcome(result),
          });
        }
      }
      if (hasCalls) exchange.rounds += 1;
    }
  });
  return exchanges;
}
