import { createSpeller } from '@deskbell/clerk';
import type { Memory } from '../../memory.ts';
import { contentWords, FIND_WORDS } from '../slots/read-names.ts';
import { isCommonWord } from './common-words.ts';
import { isSlipOf } from './slips.ts';

/** Shorter words have too many neighbours among all that was read. */
const LEAST_OF_WORD = 7;
const MOST_SAID = 12_000;
/** Shorter names have too many neighbours. */
const NAME = /\p{L}{5,20}/gu;

const namesIn = ({ records }: Memory): Set<string> =>
  new Set(
    [...records.values()].flatMap(({ senderName, assignee, vendor }) =>
      [senderName, assignee, vendor].flatMap((name) => name?.toLowerCase().match(NAME) ?? []),
    ),
  );

/** The longer words of what was told of last, which staff take up again. */
const wordsIn = (said: string): string[] =>
  (said.slice(-MOST_SAID).match(NAME) ?? []).filter((word) => word.length >= LEAST_OF_WORD);

const isWord = (word: string): boolean =>
  isCommonWord(word) || FIND_WORDS.test(word) || contentWords(word).length === 0;

/**
 * A text in which a word nobody knows is taken for a name that was told of ("Kowalsky"), or for a
 * longer word of what was told, where a slip of the keyboard makes the one of the other.
 */
export function withKnownNames(text: string, memory: Memory): string {
  if (memory.records.size === 0) return text;
  const unknown = (text.match(NAME) ?? []).filter((word) => !isWord(word));
  if (unknown.length === 0) return text;
  const said = [...memory.records.values()].map((one) => one.said?.toLowerCase() ?? '').join(' ');
  const left = unknown.filter((word) => !said.includes(word));
  if (left.length === 0) return text;
  const names = namesIn(memory);
  const spell = createSpeller({ words: [...names] });
  const words = wordsIn(said);
  const meant = new Map(
    left.flatMap((word) => {
      const name = names.has(word) ? word : spell(word);
      if (name !== word) return [[word, name] as const];
      const other = names.has(word) ? undefined : words.find((one) => isSlipOf(word, one));
      return other === undefined ? [] : [[word, other] as const];
    }),
  );
  return text.replace(NAME, (word) => meant.get(word) ?? word);
}
