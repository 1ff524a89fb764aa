import { lowerFirst } from '@deskbell/clerk';
import type { ReviewReason } from '../../../../operations/routing/action.ts';
import { errorWords, reviewReasonWords } from '../../reason-words.ts';
import { plainText } from './quote-text.ts';

/** A code of an error in words; one that is not known without its marks. */
export const sayError = (code: string): string =>
  plainText(errorWords(code).replaceAll('-', ' '), 60);

/** Why somebody has to decide: the sentence of the reason, or its code in words. */
export function reviewReasons({ reasons }: { reasons: readonly ReviewReason[] }): string[] {
  const said = reasons.map(({ code, detail }) => {
    const sentence = plainText(detail, 200).replace(/[.!]+$/, '');
    return sentence === '' ? plainText(reviewReasonWords(code), 60) : lowerFirst(sentence);
  });
  return [...new Set(said)];
}
