import type { z } from 'zod';

/** What a tool may use besides its input. `Principal` is who asks, bound by the server. */
export interface ToolContext<Principal> {
  principal: Principal;
  /** Aborts when the turn is stopped, its deadline passes or the tool's own time is up. */
  signal: AbortSignal;
  /** The time now. Injected, so that a test decides what day it is. */
  clock: () => Date;
}

/** `content` goes to the model as JSON; `details`, when given, goes to the page and the log instead. */
export interface ToolOutput {
  content: Record<string, unknown>;
  details?: Record<string, unknown>;
}

/**
 * Something the model may do. Throw `ToolError` to tell the model what was wrong; any other
 * exception is logged and reaches the model as one fixed sentence.
 */
export interface Tool<Principal, Input extends z.ZodType = z.ZodType> {
  name: string;
  /** What it does and when to use it, for the model. */
  description: string;
  /** What the page shows while it runs, such as 'Checking service area…'. */
  label: string;
  input: Input;
  /** Defaults to the turn's `toolTimeoutMs`. */
  timeoutMs?: number;
  run(input: z.output<Input>, context: ToolContext<Principal>): ToolOutput | Promise<ToolOutput>;
}

/** Ties a tool's `run` to its input schema; returns it unchanged. */
export function defineTool<Principal, Input extends z.ZodType>(
  tool: Tool<Principal, Input>,
): Tool<Principal> {
  return tool as unknown as Tool<Principal>;
}

/** The only text of a failure that a model, and so a customer, may read. */
export class ToolError extends Error {
  override readonly name = 'ToolError';
}
