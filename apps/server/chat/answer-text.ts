import { TEXT_SEPARATOR } from '@deskbell/engine';
import { fromStoredMessage, type StoredMessage, textOf } from './stored-message.ts';

/** What a turn has said so far, as it streamed: the texts of its model calls, one after another. */
export function answerText(messages: readonly StoredMessage[]): string {
  let answer = '';
  for (const stored of messages) {
    if (stored.role !== 'assistant') continue;
    const message = fromStoredMessage(stored);
    const text = message.role === 'assistant' ? textOf(message) : '';
    if (text === '') continue;
    answer += answer === '' ? text : TEXT_SEPARATOR + text.trimStart();
  }
  return answer;
}
