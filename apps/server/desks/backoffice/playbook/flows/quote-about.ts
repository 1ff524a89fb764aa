import { unquoted } from '../wording/quote-text.ts';

const LONGEST = 220;
const MOST_TEXT = 4000;

/** The sentences and lines of a mail's text. */
export const sentencesOf = (text: string): string[] =>
  text
    .slice(0, MOST_TEXT)
    .split(/\n+|(?<=[a-z\d)][.?!]) +(?=[A-Z“"])/)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => sentence !== '');

/** Those sentences of a mail's text that a pattern fits, as quotations; the first `most` of them. */
export const quotesOf = (text: string, pattern: RegExp, most: number): string[] =>
  sentencesOf(text)
    .filter((sentence) => pattern.test(sentence))
    .slice(0, most)
    .map((sentence) => `“${unquoted(sentence, LONGEST)}”`);
