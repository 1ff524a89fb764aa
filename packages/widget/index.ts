// The framework-free core of the chat: state, client, reading aloud, safe text.
export { type AnnouncerState, announce } from './core/announcer.ts';
export {
  type ChatClient,
  type ChatClientOptions,
  createChatClient,
  type HandoffAnswer,
  type HandoffReference,
  type ThreadAnswer,
} from './core/chat-client.ts';
export { type ChatAction, reduceChat } from './core/chat-reducer.ts';
export {
  type AssistantMessage,
  type AssistantMessageStatus,
  busyMessage,
  type ChatMessage,
  type ChatState,
  canRetry,
  canSend,
  codePointCount,
  type HandoffCard,
  type HandoffFailure,
  initialChatState,
  isBusyStatus,
  type MessagePart,
  maxMessageCodePoints,
  messageText,
  type Notice,
  type OpeningHandoff,
  type UserMessage,
} from './core/chat-state.ts';
export {
  type ChatStore,
  type ChatStoreOptions,
  createChatStore,
} from './core/chat-store.ts';
export { alwaysOnline, browserConnectivity, type Connectivity } from './core/connectivity.ts';
export { createCountdown } from './core/countdown.ts';
export type { TurnNews, TurnOutcome } from './core/follow-turn.ts';
export {
  type BlockNode,
  type InlineNode,
  type MarkdownOptions,
  markdownText,
  parseMarkdown,
} from './core/markdown.ts';
export { parseRetryAfter, type Refusal, readRefusal } from './core/problem.ts';
export { randomUuid } from './core/random-uuid.ts';
export { browserTabs, noOtherTabs, type TabNote, type Tabs } from './core/tabs.ts';
export { pageStorage, type ThreadStorage } from './core/thread-memory.ts';
export { untilOnline, wait } from './core/wait.ts';
