/** A call the model made. `input` is the complete parsed JSON, or absent when it was not valid JSON. */
export interface ToolCallBlock {
  type: 'tool_call';
  callId: string;
  tool: string;
  input?: unknown;
}

/**
 * A model's private reasoning, kept verbatim because its provider wants it back unchanged
 * inside one tool loop. It belongs to `model`; adapters of other models leave it out, and it
 * is never stored.
 */
export interface ReasoningBlock {
  type: 'reasoning';
  model: string;
  data: unknown;
}

export interface TextBlock {
  type: 'text';
  text: string;
}

export type AssistantBlock = TextBlock | ToolCallBlock | ReasoningBlock;

/** A picture or a PDF beside a user's words. Which types a model reads is the provider's matter. */
export interface MessageFile {
  /** 'image/png', 'image/jpeg', 'image/gif', 'image/webp' or 'application/pdf'. */
  mediaType: string;
  base64: string;
}

export interface UserMessage {
  role: 'user';
  text: string;
  files?: readonly MessageFile[];
}

export interface AssistantMessage {
  role: 'assistant';
  content: AssistantBlock[];
}

/** What one tool call returned to the model. `content` is text, usually JSON. */
export interface ToolResult {
  callId: string;
  tool: string;
  isError: boolean;
  content: string;
}

/** The results of all calls of the assistant message before it, in the order of the calls. */
export interface ToolResultsMessage {
  role: 'tool_results';
  results: ToolResult[];
}

/** One entry of a conversation, in no provider's format. Adapters convert at their boundary. */
export type Message = UserMessage | AssistantMessage | ToolResultsMessage;
