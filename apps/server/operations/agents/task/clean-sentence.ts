import { cutText } from '../text/cut-text.ts';
import { isPlainAscii } from '../text/is-plain-ascii.ts';
import { remember } from '../text/remember.ts';

/** A sentence on one line, with straight apostrophes and single spaces, at most 600 characters. */
export const clean = remember((sentence) => {
  const text = cutText(sentence, 600);
  if (isPlainAscii(text) && !text.includes('  ')) return text.trim();
  return text.replace(/[‘’ʼ]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim();
});

/** Cut at a word, with an ellipsis, to at most `most` characters. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = cutText(text, most - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:–-]+$/, '')}…`;
}
