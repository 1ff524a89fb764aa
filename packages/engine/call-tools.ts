import { callTool, type ToolResultEvent } from './call-tool.ts';
import type { ToolCallBlock, ToolResultsMessage } from './message.ts';
import type { Tool, ToolContext } from './tool.ts';

/** A call to run, or one that is answered with `refusal` instead. */
export interface PlannedCall {
  call: ToolCallBlock;
  refusal?: string;
}

function refuse({ callId, tool }: ToolCallBlock, error: string): ToolResultEvent {
  const details = { error };
  const content = JSON.stringify(details);
  return { type: 'tool_result', callId, tool, isError: true, content, details, durationMs: 0 };
}

/**
 * Runs all calls of one model call side by side. Yields each result as it comes and returns the
 * message with all of them in the order of the calls: every call has exactly one result,
 * whatever happens. Abort `context.signal` when you stop pulling before the end.
 */
export async function* callTools<Principal>(options: {
  calls: readonly PlannedCall[];
  tools: readonly Tool<Principal>[];
  context: ToolContext<Principal>;
  timeoutMs: number;
  maxResultCharacters: number;
}): AsyncGenerator<ToolResultEvent, ToolResultsMessage> {
  const { calls, ...rest } = options;
  const running = new Map(
    calls.map(({ call, refusal }, index) => {
      const result =
        refusal === undefined
          ? callTool({ ...rest, call })
          : Promise.resolve(refuse(call, refusal));
      return [index, result.then((event) => ({ index, event }))] as const;
    }),
  );
  const results = new Array<ToolResultEvent>(calls.length);
  while (running.size > 0) {
    const { index, event } = await Promise.race(running.values());
    running.delete(index);
    results[index] = event;
    yield event;
  }
  return {
    role: 'tool_results',
    results: results.map(({ callId, tool, isError, content }) => ({
      callId,
      tool,
      isError,
      content,
    })),
  };
}
