import { CALENDAR_WORDS, NEAR_CALENDAR_WORDS, PHONE_WRITING } from './common-words.ts';
import { editDistance } from './edit-distance.ts';
import { NUMBER_WORDS } from './number-words.ts';

/** A normalised text with the typing errors in known words put right. */
export type Speller = (text: string) => string;

/** Shorter words have too many neighbours, longer ones are not typed by people. */
const WORD = /[a-z]{5,20}/g;

/** "bagsss": no word has three of a letter in a row; an id, an address of a page or of a mail may. */
const STRETCHED = /(?<![:/.@\d][\w-]{0,40})([a-z])\1{2,}(?![a-z]*[.@\d]\w)/g;
const COUNTED = new RegExp(
  `(?<![\\w-])((?:\\d{1,3}|${NUMBER_WORDS}|couple of) )([a-z]{3,20})\\b`,
  'g',
);

/**
 * Takes a word for one of `words` when it begins with the same letter and is one letter off (two in
 * words of nine and more). `real` are words that happen to be near one and mean something else.
 * `short` are replaced first. `counted` are what numbers
 * stand before: after one also a word too short to be put right elsewhere is taken for it. The days, the months and how people write on phones are known to all.
 */
export function createSpeller(options: {
  words: readonly string[];
  real?: readonly string[];
  short?: readonly (readonly [RegExp, string])[];
  counted?: readonly string[];
}): Speller {
  const words = [...options.words, ...CALENDAR_WORDS];
  const right = new Set([...words, ...NEAR_CALENDAR_WORDS, ...(options.real ?? [])]);
  const short = [...(options.short ?? []), ...PHONE_WRITING];
  const byLetter = new Map<string, string[]>();
  for (const word of words) {
    const letter = word[0] ?? '';
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), word]);
  }

  function nearest(word: string): string {
    if (right.has(word)) return word;
    const candidates = byLetter.get(word[0] ?? '') ?? [];
    return (
      candidates.find(
        (candidate) =>
          Math.abs(candidate.length - word.length) <= 1 &&
          editDistance(word, candidate) <= (candidate.length >= 9 ? 2 : 1),
      ) ?? word
    );
  }

  const counted = options.counted ?? [];
  const isRight = new Set([...right, ...counted]);
  function nearestCounted(word: string): string {
    if (isRight.has(word)) return word;
    const fits = (candidate: string): boolean =>
      candidate[0] === word[0] &&
      Math.abs(candidate.length - word.length) <= 1 &&
      editDistance(word, candidate) <= (candidate.length >= 7 ? 2 : 1);
    return counted.find(fits) ?? word;
  }

  return (text) =>
    short
      .reduce(
        (written, [pattern, full]) => written.replace(pattern, full),
        text.replace(STRETCHED, (_, letter: string) =>
          /[eo]/.test(letter) ? letter + letter : letter,
        ),
      )
      .replace(COUNTED, (_, number: string, word: string) => number + nearestCounted(word))
      .replace(WORD, nearest);
}
