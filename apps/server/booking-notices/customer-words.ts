import { plainLineWithoutLinks } from '../operations/routing/plain-line.ts';

const MOST_NAME = 60;
const LINK_LEFT_OUT = '[link left out]';
const NOT_IN_A_NAME = /[^\p{L}\p{M} .,'’-]+/gu;
/** Seven digits and more with nothing but punctuation between them are a phone number. */
const PHONE_NUMBERS = /\p{N}(?:[ .,#/&()-]*\p{N}){6,}/gu;
const NOT_IN_AN_ADDRESS = /[^\p{L}\p{M}\p{N} .,'’#/&()-]+/gu;

/** What may stand in a mail to a stranger as a name: letters only, so neither links nor numbers. */
export const nameWords = (text: string): string => wordsOf(text, NOT_IN_A_NAME, MOST_NAME);

/** The same of a part of a postal address, which has short numbers too. */
export const addressWords = (text: string, mostCharacters: number): string =>
  wordsOf(text, NOT_IN_AN_ADDRESS, mostCharacters);

function wordsOf(text: string, unwanted: RegExp, mostCharacters: number): string {
  const words = plainLineWithoutLinks(text, mostCharacters * 4)
    .replaceAll(LINK_LEFT_OUT, ' ')
    .replace(unwanted, ' ')
    .replace(PHONE_NUMBERS, ' ')
    // No mail program makes a link of words with a space between them.
    .replace(/\.(?=\S)/g, '. ')
    .replace(/\/{2,}/g, '/')
    .replace(/ {2,}/g, ' ');
  return Array.from(words).slice(0, mostCharacters).join('').trim();
}
