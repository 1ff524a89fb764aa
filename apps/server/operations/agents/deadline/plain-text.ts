import { remember } from '../text/remember.ts';

/** As patterns see it: lower case, plain quotes and dashes, at the same length. */
export const plain = remember((text) =>
  lowerLetters(text)
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s/g, ' '),
);

/** A to Z made small; other letters stay, since their small ones may be longer. */
export function lowerLetters(text: string): string {
  if (ALL_ASCII.test(text)) return text.toLowerCase();
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant.
const ALL_ASCII = /^[\x00-\x7f]*$/;
