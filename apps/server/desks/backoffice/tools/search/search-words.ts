const MOST_WORDS = 8;
const LONGEST_WORD = 60;

/** Words people say around what they look for. */
const aroundWords = new Set(
  'email emails e-mail e-mails mail mails message messages latest last recent'.split(' '),
);

/** The words of a query, as they were written; the first few. */
export function wordsOf(query: string): string[] {
  const words = query.slice(0, 500).match(/[\p{L}\p{N}][\p{L}\p{N}@._'-]*/gu) ?? [];
  return [...new Set(words.map((word) => word.slice(0, LONGEST_WORD).toWellFormed()))].slice(
    0,
    MOST_WORDS,
  );
}

/** Without the words around, when others are left. */
export function tellingWords(words: readonly string[]): string[] {
  const telling = words.filter((word) => !aroundWords.has(word.toLowerCase()));
  return telling.length > 0 ? telling : [...words];
}
