/** One tool call of a turn as it was stored, with what came back. */
export interface AnswerCall {
  tool: string;
  input: Record<string, unknown>;
  /** What the tool told the model: its values, or the sentence of a refusal. */
  result: unknown;
  isError: boolean;
}

/** What came of one message. */
export interface Answer {
  text: string;
  calls: AnswerCall[];
  /** The `prefill_data` of the turn's last hand-over; null without one. */
  handoff: Record<string, unknown> | null;
  /** The thread of the front desk, the session of the back office. */
  conversationId: string;
  turnId: string;
  /** The model that ended the turn; null when none did. */
  model: string | null;
  /** Why the turn failed: the code of its error. */
  error: string | null;
  usage: AnswerUsage;
  durationMs: number;
}

export interface AnswerUsage {
  /** Cached or not. */
  inputTokens: number;
  outputTokens: number;
  /** Null when the price of the model is not known. */
  costNanoUsd: number | null;
}
