// The engine: one turn of a conversation. It knows no HTTP, no SQL and no business.
export type {
  AssistantBlock,
  AssistantMessage,
  Message,
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
export { repairHistory } from './repair-history.ts';
export { runTurn, TEXT_SEPARATOR, type TurnWording } from './run-turn.ts';
export { defineTool, type Tool, type ToolContext, ToolError, type ToolOutput } from './tool.ts';
export type { DoneReason, ModelCall, TurnErrorCode, TurnEvent } from './turn-event.ts';
export { DEFAULT_TURN_LIMITS, type TurnLimits } from './turn-limits.ts';
