import type { AssistantMessage, Message } from '@deskbell/engine';
import { v7 as uuidV7 } from 'uuid';

/** A row of `messages`; `content` is the engine's message without its role. */
export interface StoredMessage {
  role: 'user' | 'assistant' | 'tool_results';
  content: unknown;
}

/** A message on its way into storage. Its id makes it safe to store twice. */
export interface NewMessage extends StoredMessage {
  id: string;
}

/** What a page was shown for a call, by call id, where it is not what the model was told. */
export type ToolResultDetails = Record<string, Record<string, unknown>>;

/** How a message is stored. A model's private reasoning is left out: it is of no use later. */
export function toStoredMessage(message: Message, details: ToolResultDetails = {}): NewMessage {
  const id = uuidV7();
  switch (message.role) {
    case 'user':
      return { id, role: 'user', content: { text: message.text } };
    case 'assistant': {
      const content = message.content.filter(({ type }) => type !== 'reasoning');
      return { id, role: 'assistant', content: { content } };
    }
    case 'tool_results':
      return { id, role: 'tool_results', content: { results: message.results, details } };
  }
}

/** The engine's message of a stored row. */
export function fromStoredMessage({ role, content }: StoredMessage): Message {
  return { role, ...(content as object) } as Message;
}

/** The words of one assistant message. */
export function textOf(message: AssistantMessage): string {
  return message.content.map((block) => (block.type === 'text' ? block.text : '')).join('');
}
