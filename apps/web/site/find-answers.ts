/** What the search of the questions knows beside them; the page has it from the server. */
export interface SearchWords {
  /** Too common to say anything. */
  ignored: readonly string[];
  /** Words that mean the same here; `$` stands for every amount of money. */
  synonyms: readonly (readonly string[])[];
  /** Parts of the page of services, and the words they are found by. */
  services: readonly { title: string; path: string; words: string }[];
}

/** Lower case, with one space around and between the words, so that a word begins after a space. */
const normalized = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}$]+/gu, ' ')
    .trim()} `;

/** The texts that a word may stand for: itself, or all that mean the same. */
const meaningsOf = (word: string, { synonyms }: SearchWords): readonly string[] => {
  const same = synonyms.filter((group) => group.includes(word)).flat();
  return [word, ...same];
};

/**
 * Whether a text has every word of the question that says something, at the beginning of one of its
 * own words, or another that means the same. Undefined when nothing was asked.
 */
export const createFinder = (
  question: string,
  words: SearchWords,
): ((text: string) => boolean) | undefined => {
  const all = normalized(question).trim().split(' ').filter(Boolean);
  const telling = all.filter((word) => !words.ignored.includes(word));
  const asked = (telling.length > 0 ? telling : all).map((word) => meaningsOf(word, words));
  if (asked.length === 0) return undefined;
  return (text) => {
    const searched = normalized(text);
    return asked.every((meanings) => meanings.some((word) => searched.includes(` ${word}`)));
  };
};
