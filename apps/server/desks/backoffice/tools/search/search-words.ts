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

/**
 * What to search for when all words together find nothing, best first: all that occur at all; those
 * without one of them, the most frequent one first; the rarest alone.
 */
export function fewerWords(counts: readonly { word: string; mails: number }[]): string[][] {
  const known = counts.filter(({ mails }) => mails > 0).sort((a, b) => b.mails - a.mails);
  const inOrder = (chosen: readonly { word: string }[]) =>
    counts
      .filter((count) => chosen.some(({ word }) => word === count.word))
      .map(({ word }) => word);
  const rarest = known.slice(-1);
  const tries = [
    known,
    ...(known.length > 2 ? known.map((dropped) => known.filter((word) => word !== dropped)) : []),
    rarest,
  ];
  return tries.filter((words) => words.length > 0).map(inOrder);
}
