import type { ToolCallBlock } from './message.ts';
import { type Tool, type ToolContext, ToolError, type ToolOutput } from './tool.ts';
import type { TurnEvent } from './turn-event.ts';
import { withDeadline } from './with-deadline.ts';

export type ToolResultEvent = Extract<TurnEvent, { type: 'tool_result' }>;

const FAILED = 'The tool failed. Say that it could not be checked just now.';
const FAILED_ON_PAGE = { error: 'This could not be checked just now.' };

/** A call that is ready to run, or what to answer without running anything. */
type PreparedCall<Principal> =
  | { kind: 'ready'; tool: Tool<Principal>; input: unknown }
  | { kind: 'refused'; reason: string };

/** Finds the tool and validates the complete input. Returns data, never throws. */
function prepareToolCall<Principal>(
  call: ToolCallBlock,
  tools: readonly Tool<Principal>[],
): PreparedCall<Principal> {
  const tool = tools.find(({ name }) => name === call.tool);
  if (tool === undefined) return { kind: 'refused', reason: `There is no tool "${call.tool}".` };
  if (!('input' in call)) {
    return { kind: 'refused', reason: 'The arguments were not valid JSON. Call the tool again.' };
  }
  const parsed = tool.input.safeParse(call.input);
  if (parsed.success) return { kind: 'ready', tool, input: parsed.data };
  const problems = parsed.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join('.')}: ${message}`,
  );
  return { kind: 'refused', reason: `The arguments are not valid. ${problems.join('; ')}` };
}

/**
 * Runs one call to its result. Every way it can go, refusals, exceptions and time-outs included,
 * ends in one `tool_result`; it never rejects. `context.signal` is the turn's; the tool gets one
 * that also aborts after its own time.
 */
export async function callTool<Principal>(options: {
  call: ToolCallBlock;
  tools: readonly Tool<Principal>[];
  context: ToolContext<Principal>;
  timeoutMs: number;
  maxResultCharacters: number;
}): Promise<ToolResultEvent> {
  const { call, tools, context } = options;
  const startedAt = performance.now();
  const finalize = (output: ToolOutput, isError: boolean, cause?: unknown): ToolResultEvent => {
    const content = JSON.stringify(output.content);
    const common = { type: 'tool_result', callId: call.callId, tool: call.tool } as const;
    const durationMs = performance.now() - startedAt;
    if (content.length > options.maxResultCharacters) {
      const error = { error: 'The result was too long to show. Ask for less.' };
      return {
        ...common,
        isError: true,
        content: JSON.stringify(error),
        details: error,
        durationMs,
      };
    }
    const details = output.details ?? output.content;
    const event = { ...common, isError, content, details, durationMs };
    return cause === undefined ? event : { ...event, cause };
  };
  const fail = (reason: string): ToolResultEvent => finalize({ content: { error: reason } }, true);

  const prepared = prepareToolCall(call, tools);
  if (prepared.kind === 'refused') return fail(prepared.reason);
  try {
    const timeoutMs = prepared.tool.timeoutMs ?? options.timeoutMs;
    const output = await withDeadline({
      timeoutMs,
      signal: context.signal,
      run: async (signal) => prepared.tool.run(prepared.input, { ...context, signal }),
    });
    return finalize(output, false);
  } catch (cause) {
    if (cause instanceof ToolError) return fail(cause.message);
    const output = { content: { error: FAILED }, details: FAILED_ON_PAGE };
    return finalize(output, true, context.signal.aborted ? undefined : cause);
  }
}
