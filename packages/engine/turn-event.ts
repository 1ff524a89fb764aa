import type { AssistantMessage, ToolResultsMessage } from './message.ts';
import type { Usage } from './model.ts';

/** Why a turn that worked has ended. */
export type DoneReason =
  | 'answered'
  | 'stopped'
  | 'step_limit'
  | 'repeated_calls'
  | 'refused'
  | 'cut_off';

export type TurnErrorCode = 'model_unavailable' | 'timeout' | 'internal';

/**
 * One model call and what it cost. `costNanoUsd` is null when that is unknown: the model's price,
 * or what a call wrote that was stopped or failed on the way.
 */
export interface ModelCall {
  model: string;
  usage: Usage;
  costNanoUsd: number | null;
  durationMs: number;
}

/**
 * What `runTurn` yields. Exactly one `done` or `error`, always last.
 * `message` is a durable boundary: the consumer stores it before it pulls again, and it never
 * reaches a browser. `cause` is for the log only.
 */
export type TurnEvent =
  | { type: 'token'; text: string }
  | { type: 'tool_call'; callId: string; tool: string; label: string }
  | {
      type: 'tool_result';
      callId: string;
      tool: string;
      isError: boolean;
      content: string;
      details: Record<string, unknown>;
      durationMs: number;
      cause?: unknown;
    }
  | { type: 'model_call'; call: ModelCall }
  | { type: 'model_failed'; model: string; cause: unknown }
  | { type: 'message'; message: AssistantMessage | ToolResultsMessage }
  | { type: 'done'; reason: DoneReason; model: string; degraded: boolean; usage: Usage }
  | { type: 'error'; code: TurnErrorCode; retryable: boolean; cause: unknown };
