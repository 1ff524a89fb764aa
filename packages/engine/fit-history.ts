import type { Message } from './message.ts';

/**
 * The newest part of a conversation that has at most so many characters (as JSON). It begins where
 * the customer speaks; their last message and what follows it stay, however long.
 */
export function fitHistory(messages: readonly Message[], maxCharacters: number): Message[] {
  let characters = 0;
  let start = messages.length;
  let hasLastQuestion = false;
  for (let index = messages.length - 1; index >= 0; index -= 1) {
    characters += JSON.stringify(messages[index]).length;
    if (characters > maxCharacters && hasLastQuestion) break;
    if (messages[index]?.role !== 'user') continue;
    start = index;
    hasLastQuestion = true;
  }
  return messages.slice(start);
}
