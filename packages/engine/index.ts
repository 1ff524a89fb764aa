// The engine: one turn of a conversation. It knows no HTTP, no SQL and no business.
export { generateObject, type ObjectOutcome, type ObjectRequest } from './generate-object.ts';
export type {
  AssistantBlock,
  AssistantMessage,
  Message,
  MessageFile,
  ReasoningBlock,
  TextBlock,
  ToolCallBlock,
  ToolResult,
  ToolResultsMessage,
  UserMessage,
} from './message.ts';
export type {
  Model,
  ModelEvent,
  ModelRequest,
  ModelStop,
  ToolDescription,
  Usage,
} from './model.ts';
export { ModelError, type ModelErrorCode } from './model-error.ts';
export { type CircuitBreakerOptions, withCircuitBreaker } from './models/circuit-breaker.ts';
export {
  CLAUDE_MODELS_CHECKED_IN,
  describeModelLifecycle,
  isRetired,
} from './models/claude/claude-models.ts';
export { type ClaudeModelOptions, createClaudeModel } from './models/claude/create-claude-model.ts';
export type { ClaudeEffort } from './models/claude/request.ts';
export { costNanoUsd } from './models/cost.ts';
export type { FailedAttempt } from './models/http/undici-fetch.ts';
export { DEFAULT_MODEL_TIMEOUTS, type ModelTimeouts } from './models/model-timeouts.ts';
export { createOpenAiModel, type OpenAiModelOptions } from './models/openai/create-openai-model.ts';
export { repairHistory } from './repair-history.ts';
export { runTurn, TEXT_SEPARATOR, type TurnWording } from './run-turn.ts';
export { defineTool, type Tool, type ToolContext, ToolError, type ToolOutput } from './tool.ts';
export type { DoneReason, ModelCall, TurnErrorCode, TurnEvent } from './turn-event.ts';
export { DEFAULT_TURN_LIMITS, type TurnLimits } from './turn-limits.ts';
