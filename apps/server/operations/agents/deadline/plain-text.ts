import { isPlainAscii } from '../text/is-plain-ascii.ts';
import { remember } from '../text/remember.ts';

/** As patterns see it: lower case, plain quotes and dashes, at the same length. */
export const plain = remember((text) =>
  isPlainAscii(text)
    ? text.toLowerCase()
    : lowerLetters(text)
        .replace(/[\u2018\u2019]/g, "'")
        .replace(/[\u2010-\u2015]/g, '-')
        .replace(/\s/g, ' '),
);

/** A to Z made small; other letters stay, since their small ones may be longer. */
export function lowerLetters(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
