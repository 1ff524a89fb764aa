/** Everything that bounds one turn. */
export interface TurnLimits {
  /** Model calls at most; the last one must answer in words. */
  steps: number;
  /** The whole turn, tools included. */
  turnTimeoutMs: number;
  /** One tool call, unless the tool names its own time. */
  toolTimeoutMs: number;
  /** What one model call may write. */
  maxOutputTokens: number;
  /** What one tool result may tell the model, in characters; a longer one is an error to the model. */
  maxToolResultCharacters: number;
  /** What of the stored conversation goes to the model, in characters of JSON; the newest part. */
  maxHistoryCharacters: number;
  /** Tool calls of one model call at most; the rest get an error result. */
  parallelToolCalls: number;
  /** The same call (tool and input) this often in a row ends the turn. */
  identicalCalls: number;
}

export const DEFAULT_TURN_LIMITS: TurnLimits = {
  steps: 8,
  turnTimeoutMs: 120_000,
  toolTimeoutMs: 10_000,
  maxOutputTokens: 1024,
  maxToolResultCharacters: 20_000,
  maxHistoryCharacters: 60_000,
  parallelToolCalls: 8,
  identicalCalls: 3,
};
