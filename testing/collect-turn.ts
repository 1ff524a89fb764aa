import type { Message, TurnEvent } from '@deskbell/engine';

/** A call as the model made it, with what it was told; '' where no result came. */
export interface CollectedCall {
  tool: string;
  input: Record<string, unknown>;
  result: string;
  isError: boolean;
}

export interface CollectedTurn {
  text: string;
  calls: CollectedCall[];
  modelCalls: number;
  /** Why it ended: a reason of `done`, or 'error' with its code. */
  reason: string;
}

/** Reads a turn to its end, and puts its messages behind those of the conversation. */
export async function collectTurn(
  turn: AsyncIterable<TurnEvent>,
  messages: Message[],
): Promise<CollectedTurn> {
  const collected: CollectedTurn = { text: '', calls: [], modelCalls: 0, reason: '' };
  const { calls } = collected;
  for await (const event of turn) {
    if (event.type === 'token') collected.text += event.text;
    else if (event.type === 'model_call') collected.modelCalls += 1;
    else if (event.type === 'done') collected.reason = event.reason;
    else if (event.type === 'error') collected.reason = `error ${event.code}`;
    else if (event.type === 'message') {
      messages.push(event.message);
      if (event.message.role === 'assistant') {
        for (const block of event.message.content) {
          if (block.type !== 'tool_call') continue;
          const input = block.input as Record<string, unknown>;
          calls.push({ tool: block.tool, input, result: '', isError: false });
        }
      } else {
        event.message.results.forEach(({ content, isError }, index, { length }) => {
          const call = calls[calls.length - length + index];
          if (call !== undefined) Object.assign(call, { isError, result: content });
        });
      }
    }
  }
  return collected;
}
