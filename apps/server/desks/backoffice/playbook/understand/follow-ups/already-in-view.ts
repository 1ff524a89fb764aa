import type { Memory } from '../../memory.ts';
import { hasMeaning } from '../alike.ts';
import { contentWords } from '../slots/read-names.ts';
import { inView, toldOf } from './view.ts';

const NAMES_IT =
  /^(?:(?:and|so|but|ok|now|then) )*(?:what about|how about|as for|about|regarding) (?:the |that |a |an )?([^?]{2,40}?)[\s?.!,]*$/;
const ASKS_OF_IT = /\b(?:it|its|that|this)\b/;

/** "And what about cover, is there a task for it?": what is named first is what is spoken of anyway. */
export function isInView(lead: string, asked: string, memory: Memory): boolean {
  const words = contentWords(NAMES_IT.exec(lead)?.[1] ?? '');
  const ref = inView(memory);
  if (ref === undefined || words.length === 0 || !ASKS_OF_IT.test(asked)) return false;
  const told = toldOf(ref, memory);
  return words.every((word) => hasMeaning(told, word));
}
