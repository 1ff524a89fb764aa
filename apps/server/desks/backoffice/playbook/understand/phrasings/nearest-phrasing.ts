import { isCommonWord } from '../normalize/common-words.ts';

/** Phrasings of one thing that may be asked. */
export interface Phrased<Name extends string> {
  name: Name;
  phrasings: readonly string[];
}

export interface Nearest<Name extends string> {
  name: Name;
  /** 0 to 1: how much of the question and of the phrasing are the same. */
  likeness: number;
  /** The likeness of the best phrasing of anything else. */
  next: number;
  /** Words of the question that the phrasing has not and that are no common words. */
  strange: string[];
}

/** Words of grammar: they say little, but "who are you" is made of nothing else. */
const GRAMMAR = new Set(
  'a an the i we you it they me us them my our your its their is are am be been was were do does did has have had to of for in on at by with from as and or but so if that this these those there can could will would shall should may might must please just also any some all not'.split(
    ' ',
  ),
);
const GRAMMAR_WEIGHT = 0.4;
/** Of a common word that no phrasing has. */
const COMMON_WEIGHT = 0.8;

const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/\bwon't\b/g, 'will not'],
  [/\bcan't\b/g, 'can not'],
  [/\bcannot\b/g, 'can not'],
  [/n't\b/g, ' not'],
  [/'re\b/g, ' are'],
  [/'ve\b/g, ' have'],
  [/'ll\b/g, ' will'],
  [/'d\b/g, ' would'],
  [/\bi'm\b/g, 'i am'],
  [/\b(what|who|where|how|when|that|there|it|everything|anything)'s\b/g, '$1 is'],
  [/\be-mail/g, 'mail'],
  [/\bemail/g, 'mail'],
];

const stem = (word: string): string => {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  for (const ending of ['ing', 'ed', 'es', 's']) {
    const root = word.slice(0, -ending.length);
    if (!word.endsWith(ending) || root.length < 3 || root.endsWith('s')) continue;
    return (root.at(-1) === root.at(-2) && !/[lsz]$/.test(root) ? root.slice(0, -1) : root).replace(
      /e$/,
      '',
    );
  }
  return word.length > 3 ? word.replace(/e$/, '') : word;
};

interface Word {
  written: string;
  stem: string;
}

const wordsOf = (text: string): Word[] => {
  let said = text.toLowerCase();
  for (const [short, long] of CONTRACTIONS) said = said.replace(short, long);
  const words = (said.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 40);
  const known = new Map(words.map((written) => [stem(written), written]));
  return [...known].map(([root, written]) => ({ stem: root, written }));
};

/** Finds what a question is most like, by words weighed by how rare they are among the phrasings. */
export function createNearestPhrasing<Name extends string>(
  things: readonly Phrased<Name>[],
): (text: string) => Nearest<Name> | undefined {
  const documents = things.flatMap(({ name, phrasings }) =>
    phrasings.map((phrasing) => ({ name, stems: wordsOf(phrasing).map(({ stem: root }) => root) })),
  );
  const frequency = new Map<string, number>();
  const holders = new Map<string, number[]>();
  for (const [at, { stems }] of documents.entries()) {
    for (const root of stems) {
      frequency.set(root, (frequency.get(root) ?? 0) + 1);
      holders.set(root, [...(holders.get(root) ?? []), at]);
    }
  }
  const rarest = Math.log(1 + documents.length);
  const weigh = ({ stem: root, written }: Word): number => {
    const count = frequency.get(root);
    if (GRAMMAR.has(written)) return GRAMMAR_WEIGHT;
    if (count === undefined) return isCommonWord(written) ? COMMON_WEIGHT : rarest;
    return Math.log(1 + documents.length / count);
  };
  const weightOf = (root: string): number => weigh({ stem: root, written: root });
  const sizes = documents.map(({ stems }) => stems.reduce((sum, root) => sum + weightOf(root), 0));
  return (text) => {
    const words = wordsOf(text);
    const asked = words.reduce((sum, word) => sum + weigh(word), 0);
    if (asked === 0) return undefined;
    const shared = new Map<number, number>();
    for (const word of words) {
      for (const at of holders.get(word.stem) ?? []) {
        shared.set(at, (shared.get(at) ?? 0) + weigh(word));
      }
    }
    const best = new Map<Name, { likeness: number; at: number }>();
    for (const [at, weight] of shared) {
      const document = documents[at];
      if (document === undefined) continue;
      const likeness = Math.min(1, (2 * weight) / (asked + (sizes[at] ?? 0)));
      if (likeness > (best.get(document.name)?.likeness ?? 0)) {
        best.set(document.name, { likeness, at });
      }
    }
    const [first, second] = [...best].sort(
      ([one, a], [other, b]) => b.likeness - a.likeness || (one < other ? -1 : 1),
    );
    if (first === undefined) return undefined;
    const [name, { likeness, at }] = first;
    const phrasing = documents[at]?.stems ?? [];
    const strange = words
      .filter(
        ({ stem: root, written }) =>
          !phrasing.includes(root) && !GRAMMAR.has(written) && !isCommonWord(written),
      )
      .map(({ written }) => written);
    return { name, likeness, next: second?.[1].likeness ?? 0, strange };
  };
}
