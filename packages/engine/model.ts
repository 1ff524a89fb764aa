import type { AssistantMessage, Message } from './message.ts';

/** Tokens of one model call, from the provider's own count. Cached input is not in `inputTokens`. */
export interface Usage {
  inputTokens: number;
  cacheReadTokens: number;
  cacheWriteTokens: number;
  outputTokens: number;
}

/** A tool as a model sees it. `inputSchema` is JSON Schema, its keys always in the same order. */
export interface ToolDescription {
  name: string;
  description: string;
  inputSchema: Record<string, unknown>;
}

export interface ModelRequest {
  /** `stable` is byte-identical for every turn of a desk (cached); `varying` may change per turn. */
  system: { stable: string; varying: string };
  tools: readonly ToolDescription[];
  /** 'none': the tools stay listed but the model must answer in words. */
  toolChoice: 'auto' | 'none';
  messages: readonly Message[];
  /** JSON Schema that the answer must follow, as JSON text; without it the answer is words. */
  outputSchema?: Record<string, unknown>;
  maxOutputTokens: number;
  signal: AbortSignal;
}

/**
 * Why one model call ended. 'tool_use' is the only one after which tools may run:
 * after any other, a call in the message may be half written.
 */
export type ModelStop = 'end_turn' | 'tool_use' | 'max_tokens' | 'refusal' | 'context_full';

/**
 * What a model call yields, in order: text and tool-call starts, then exactly one `end`. A `usage`
 * tells what the provider has counted so far, for a call that does not come to its end.
 */
export type ModelEvent =
  | { type: 'usage'; usage: Usage }
  | { type: 'text'; text: string }
  | { type: 'tool_call_start'; callId: string; tool: string }
  | { type: 'end'; stop: ModelStop; message: AssistantMessage; usage: Usage };

/**
 * A language model, or something that stands in for one.
 * `stream` never yields after `end`; it throws `ModelError` for any failure of the provider and
 * closes its connection when the consumer stops pulling or `signal` aborts.
 */
export interface Model {
  /** The name shown in `done`, `/health` and the price table, such as 'claude-sonnet-5-5'. */
  readonly name: string;
  readonly provider: 'anthropic' | 'openai' | 'clerk';
  /** False while a call would fail at once (the circuit is open). */
  isAvailable(): boolean;
  stream(request: ModelRequest): AsyncIterable<ModelEvent>;
}
