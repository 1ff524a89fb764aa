// How a hurried hand writes the words of time spans: "nxt wek", "lst mnth", "aftr", "mny".

const WORDS =
  'next last this just many week month quarter weekend before after since until between within yesterday tomorrow'.split(
    ' ',
  );
const withoutVowels = (word: string): string => word.replace(/[aeiou]/g, '');
const MEANT = new Map(WORDS.map((word) => [withoutVowels(word), word] as const));

/** Whether a word is another one with letters left out. */
function isLeftOf(word: string, whole: string): boolean {
  let at = 0;
  for (const letter of whole) if (letter === word[at]) at += 1;
  return at === word.length && word.length < whole.length;
}

function meantBy(word: string): string {
  const meant = MEANT.get(withoutVowels(word));
  return meant !== undefined && isLeftOf(word, meant) ? meant : word;
}

/** "Next weak" and "this moth" are spans of time. */
const AFTER_WHICH =
  /\b(next|last|this|netx|nex|lats|thsi|tihs) (?:(weak|wekk|weke|weel|wee)|(moth|mounth|monthe|montn|mnoth))\b/g;
const WHICH: Record<string, string> = {
  netx: 'next',
  nex: 'next',
  lats: 'last',
  thsi: 'this',
  tihs: 'this',
};

/** A normalised text with the vowels put back into the words of time spans. */
export const withVowels = (text: string): string =>
  text
    .replace(/(?<![\p{L}\p{N}@./_-])[a-z]{2,8}(?![\p{L}\p{N}@_/]|\.\w|-\w)/gu, meantBy)
    .replace(
      AFTER_WHICH,
      (_, which: string, week?: string) =>
        `${WHICH[which] ?? which} ${week === undefined ? 'month' : 'week'}`,
    )
    .replace(/\bnetx(?= (?:week|month|weekend|mon|tue|wed|thu|fri|sat|sun))/g, 'next');
