import type { Memory, Row } from '../../memory.ts';
import type { Query } from '../../query.ts';
import { FIND_WORDS } from '../slots/read-names.ts';
import { ownWords } from './asking.ts';
import { ANSWERS, hasAll, saidOf } from './view.ts';

// Rows of the last list by words that their mails have.

/** The only row of the last list that has all of some words. */
export function rowWith(words: readonly string[], memory: Memory): string | undefined {
  if (words.length === 0 || memory.rows.length < 2) return undefined;
  if (words.some((word) => FIND_WORDS.test(word))) return undefined;
  const rows = rowsWith(words, memory);
  const [only, another] = rows;
  if (another === undefined) return only?.ref;
  // Of a letter and its answers the letter tells: "who made the dent?"
  const [first, second] = rows.filter(({ name = '' }) => !ANSWERS.test(name));
  const threads = new Set(rows.map(({ name = '' }) => name.replace(ANSWERS, '').toLowerCase()));
  return threads.size === 1 && second === undefined ? first?.ref : undefined;
}

const rowsWith = (words: readonly string[], memory: Memory): Row[] =>
  memory.rows.filter(
    ({ ref, name }) => ref !== undefined && hasAll(saidOf(ref, memory, name), words),
  );

/** "When is the inspection itself?": not by when to answer. */
const ASKS_FOR_EVENT =
  /\b(?:when|what (?:day|date|time)|which (?:day|date))\b.*\b(?:itself|takes? place|taking place|happen(?:s|ing)?)\b/;

/** When something takes place, by whichever mail shown about it has that day; undefined where it is not asked. */
export function askForEvent(text: string, memory: Memory): Query | undefined {
  if (!ASKS_FOR_EVENT.test(text)) return undefined;
  const asked = ownWords(text).filter((word) => !FIND_WORDS.test(word));
  const among = rowsWith(asked, memory).flatMap(({ ref }) => ref ?? []);
  return asked.length === 0 || among.length < 2
    ? undefined
    : { topic: 'record', among, asked, facet: 'due', sought: 'event' };
}
