/** Words that people use for one another when they ask about a mail; each is the beginning of words. */
const GROUPS: readonly (readonly string[])[] = [
  ['expire', 'expiry', 'renewal', 'valid'],
  ['couldn', 'can t', 'cannot', 'unable', 'not able'],
  ['drive', 'drove', 'driving', 'driver', 'take over', 'takes over'],
  ['missing', 'lacking', 'need', 'not been received', 'not received'],
  ['cost', 'charge', 'price', 'dollar', 'fee'],
  ['broke', 'broken', 'damage', 'crack', 'scratch', 'dent'],
  ['arrive', 'be with you', 'on their way', 'on its way'],
  ['picture', 'photo', 'image'],
  ['mistake', 'error', 'wrong'],
  ['phone', 'call', 'number', 'ring'],
  ['money', 'dollar', 'amount'],
  ['money', 'refund', 'pay back', 'pay it back'],
  ['account', 'iban'],
  ['angry', 'furious', 'upset', 'unacceptable', 'disappoint'],
  ['evidence', 'proof'],
  ['bring', 'carry', 'take'],
  ['repair', 'fix', 'mend', 'quote'],
  ['wait', 'waited', 'late'],
  ['late', 'delay'],
  ['offer', 'can offer', 'price'],
  ['start', 'begin', 'began', 'from monday', 'from tuesday', 'from wednesday', 'from december'],
];

const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:runs?|ran|running) out\b/g, 'expire'],
  [/\b(?:starting|beginning) (?:when|from when)\b/g, 'start'],
  [/\bby (?:itself|themselves)\b/g, 'automatically'],
];

/** What people say in two words, in one that mails use. */
export const inPlainWords = (text: string): string =>
  PHRASES.reduce((said, [pattern, plain]) => said.replace(pattern, plain), text);

const LEAST_OF_STEM = 4;

/** The beginning that forms of a word share. */
export const stemOf = (word: string): string =>
  word.length > LEAST_OF_STEM ? word.replace(/(?:'s|ing|ed|es|s)$/, '') : word;

/** Whether something that was read, in lower case between spaces, has a word in any form of it. */
export const hasWord = (said: string, word: string): boolean =>
  said.includes(/^\d{1,3}$/.test(word) ? ` ${word} ` : ` ${stemOf(word)}`);

/** Whether it has the word, or one that people use for it. */
export function hasMeaning(said: string, word: string): boolean {
  if (hasWord(said, word)) return true;
  const stem = stemOf(word);
  return GROUPS.some(
    (group) =>
      group.some((entry) => word.startsWith(entry) || entry === stem) &&
      group.some((entry) => said.includes(` ${entry}`)),
  );
}

/** A text as words between single spaces, to look for words in. */
export const wordsBetweenSpaces = (text: string): string =>
  ` ${text.toLowerCase().replace(/[^\p{L}\p{N}&-]+/gu, ' ')} `;
