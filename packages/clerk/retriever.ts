import MiniSearch from 'minisearch';

/** Something a customer may ask about, with the ways people put it. */
export interface Topic {
  name: string;
  phrasings: readonly string[];
}

/** `confidence` is 0 to 1: how much of the question and of the best phrasing fit each other. */
export interface Match {
  name: string;
  confidence: number;
}

export interface Retriever {
  /** Topics whose best phrasing reaches the threshold, best first. */
  search(text: string): Match[];
}

const STOP_WORDS = new Set(
  'a an the i im we you he she it my our your is are am be was do does did to of for in on at and or so if me us this that there can could would will shall please just with have has it s t ll re ve d hi hello hey um well ok okay also about tell like want one'.split(
    ' ',
  ),
);

/** Enough of English inflection for "deliveries", "tipped" and "packing" to meet their stems. */
function stem(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  for (const ending of ['ing', 'ed', 'es', 's']) {
    const root = word.slice(0, -ending.length);
    if (word.endsWith(ending) && root.length >= 3 && !(ending === 's' && root.endsWith('s'))) {
      const isDoubled = ending.length > 1 && root.at(-1) === root.at(-2) && !/[lsz]$/.test(root);
      return (isDoubled ? root.slice(0, -1) : root).replace(/e$/, '');
    }
  }
  return word.length > 3 ? word.replace(/e$/, '') : word;
}

/** The share of its weight that a light word keeps. */
const LIGHT = 0.3;

const tokenize = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const processTerm = (term: string): string | null => (STOP_WORDS.has(term) ? null : stem(term));

const termsOf = (text: string): string[] => [
  ...new Set(tokenize(text).flatMap((term) => processTerm(term) ?? [])),
];

/**
 * Finds topics by their phrasings, with tolerance for typing errors. A word that occurs in few
 * phrasings says more than one that occurs in many; a word no phrasing knows counts against
 * every topic, so that a question about something else finds nothing. `lightWords` say little
 * however rare they are.
 */
export function createRetriever(
  topics: readonly Topic[],
  threshold = 0.45,
  lightWords: readonly string[] = [],
): Retriever {
  const documents = topics.flatMap(({ name, phrasings }) =>
    phrasings.map((phrasing) => ({ name, phrasing })),
  );
  const search = new MiniSearch({ fields: ['phrasing'], idField: 'id', tokenize, processTerm });
  search.addAll(documents.map(({ phrasing }, id) => ({ id, phrasing })));

  const documentTerms = documents.map(({ phrasing }) => termsOf(phrasing));
  const frequency = new Map<string, number>();
  for (const terms of documentTerms) {
    for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  const rarest = Math.log(1 + documents.length);
  const light = new Set(lightWords.flatMap(termsOf));
  const weight = (term: string): number =>
    Math.log(1 + documents.length / (frequency.get(term) ?? 1)) * (light.has(term) ? LIGHT : 1);
  const weigh = (terms: Iterable<string>): number => {
    let sum = 0;
    for (const term of terms) sum += weight(term);
    return sum;
  };
  /** A word no phrasing has is something, but less than the rarest word that counts. */
  const weighAsked = (terms: readonly string[]): number =>
    terms.reduce((sum, term) => sum + (frequency.has(term) ? weight(term) : rarest * 0.6), 0);
  const documentWeights = documentTerms.map(weigh);

  return {
    search(text) {
      const terms = termsOf(text).slice(0, 40);
      if (terms.length === 0) return [];
      const asked = weighAsked(terms);
      const best = new Map<string, number>();
      const results = search.search(terms.join(' '), {
        fuzzy: (term) => (term.length > 4 && !frequency.has(term) ? 0.15 : false),
        prefix: false,
      });
      for (const { id, terms: found, queryTerms } of results.slice(0, 30)) {
        const document = documents[id];
        if (document === undefined) continue;
        const askedShare = Math.min(1, weighAsked(queryTerms) / asked);
        const phrasingShare = Math.min(1, weigh(new Set(found)) / (documentWeights[id] ?? 1));
        // One common word in a long phrasing, or in a long question, is no likeness.
        if (askedShare < 0.5 || phrasingShare < 0.3) continue;
        const confidence = 0.6 * askedShare + 0.4 * phrasingShare;
        if (confidence > (best.get(document.name) ?? 0)) best.set(document.name, confidence);
      }
      return [...best]
        .map(([name, confidence]) => ({ name, confidence }))
        .filter(({ confidence }) => confidence >= threshold)
        .sort((a, b) => b.confidence - a.confidence || (a.name < b.name ? -1 : 1));
    },
  };
}
