import { cutText } from './cut-text.ts';
import { isPlainAscii } from './is-plain-ascii.ts';
import { remember } from './remember.ts';

/**
 * A sentence as patterns see it: lower case, straight quotation marks, single spaces, at most 600
 * characters. Positions differ from those of the source.
 */
export const plainSentence = remember((sentence) => {
  const lower = cutText(sentence, 600).toLowerCase();
  if (isPlainAscii(lower) && !lower.includes('  ')) return lower.trim();
  return lower
    .replace(/[‘’ʼ`]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
});
