import { MAX_LIMIT } from '../../tools/inputs.ts';
import type { ExecutionItem } from '../../tools/tool-records.ts';
import { hasWord, wordsBetweenSpaces } from '../understand/alike.ts';
import { fetch, type Turn } from './flow.ts';

/**
 * Of the failed executions the one whose subject and sender have most of the words: no search finds
 * the text of a mail that could not be read. Undefined where none has any, 'open' while a call is.
 */
export function failedOne(turn: Turn, words: string): ExecutionItem | 'open' | undefined {
  const failed = fetch(turn, 'list_executions', { status: 'failed', limit: MAX_LIMIT });
  if (failed.kind === 'open') return 'open';
  if (failed.kind !== 'ok') return undefined;
  const asked = words.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const counted = failed.value.executions.map((execution) => {
    const said = wordsBetweenSpaces(`${execution.subject} ${execution.sender}`);
    return { execution, known: asked.filter((word) => hasWord(said, word)).length };
  });
  const [best] = counted.toSorted((a, b) => b.known - a.known);
  return best !== undefined && best.known > 0 ? best.execution : undefined;
}
