import type { Query, RowOf } from '../query.ts';
import { readRows } from '../see.ts';
import { hasWord, wordsBetweenSpaces } from '../understand/alike.ts';
import type { Room, Turn } from './flow.ts';
import { record } from './record.ts';
import { WHICH } from './sayings.ts';

/** Of more rows than these not each is told. */
const FEW = 3;
const ROWS = 20;
const NO_ROW = "I don't see such an entry in that list.";
const WEIGHTS = [/\bcritical risk\b|\burgent\b/, /\bhigh risk\b|\bhigh priority\b/];

/** One row of a list, or each of a few, taken from what the list tells. */
export function rowOf(
  turn: Turn,
  { rowOf: wanted, ...query }: Query,
  tellList: (list: Query, room: Room) => string | undefined,
): string | undefined {
  if (wanted === undefined) return undefined;
  const said = tellList(wanted.list, { firstNumber: 1, rows: ROWS });
  if (said === undefined) return undefined;
  const refs = refsOf(said, wanted);
  if (refs.length === 0 && wanted.words !== undefined) {
    // A mail may say what its row does not.
    const words = wanted.words.join(' ');
    return tellList({ ...query, topic: 'find', words }, { firstNumber: 1 });
  }
  if (refs.length === 0) return NO_ROW;
  if (refs.length > FEW) return WHICH;
  const told = refs.map((ref) => record(turn, { ...query, ref }, { firstNumber: 1 }));
  return told.some((part) => part === undefined) ? undefined : told.join('\n\n');
}

function refsOf(said: string, { place, words, pick, each }: RowOf): string[] {
  const rows = readRows(said, false);
  const lines = said.split('\n');
  const textOf = (ref: string): string => lines.find((line) => line.includes(ref)) ?? '';
  const refs = rows.flatMap(({ ref }) => ref ?? []);
  if (each) return refs;
  if (place !== undefined) return refs.slice(place - (place > 0 ? 1 : 0)).slice(0, 1);
  if (words !== undefined) {
    return refs
      .filter((ref) => {
        const text = wordsBetweenSpaces(textOf(ref));
        return words.every((word) => hasWord(text, word));
      })
      .slice(0, 1);
  }
  if (pick === undefined) return [];
  const heaviest = WEIGHTS.map((weight) => refs.find((ref) => weight.test(textOf(ref))));
  return [heaviest.find(Boolean) ?? refs[0] ?? ''].filter((ref) => ref !== '');
}
