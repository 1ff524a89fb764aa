import type { SpanMention } from '../../days/read-span.ts';
import { isCommonWord } from '../normalize/common-words.ts';
import { contentWords, FIND_WORDS } from './read-names.ts';

/** "The October numbers" are no numbers that came in during October. */
export const isNamedAfter = (text: string, { index, length }: SpanMention): boolean =>
  /(?:january|february|april|june|july|august|september|october|november|december)$/.test(
    text.slice(index, index + length),
  ) &&
  !/^(?:in|during|since|until|before|after|for) /.test(text.slice(index)) &&
  contentWords(/^ [\p{L}-]+/u.exec(text.slice(index + length))?.[0] ?? '').some(
    (word) => !FIND_WORDS.test(word) && !isCommonWord(word),
  );
