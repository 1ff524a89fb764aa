import type { PaletteEntry } from './palette-entry.ts';

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');

/**
 * How well an entry is what is looked for: every word has to begin a word of its title (2 each, 3 at
 * the title's start) or of its hint (1 each). 0: it is not.
 */
export function scoreOf(entry: Pick<PaletteEntry, 'title' | 'hint'>, query: string): number {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return 1;
  const title = wordsOf(entry.title);
  const hint = wordsOf(entry.hint ?? '');
  let score = 0;
  for (const word of wanted) {
    if (title[0]?.startsWith(word)) score += 3;
    else if (title.some((own) => own.startsWith(word))) score += 2;
    else if (hint.some((own) => own.startsWith(word))) score += 1;
    else return 0;
  }
  return score;
}

/** Those of `entries` that `query` means, the best first; all of them, as they are, for no words. */
export function findEntries(
  entries: readonly PaletteEntry[],
  query: string,
): readonly PaletteEntry[] {
  return entries
    .map((entry) => ({ entry, score: scoreOf(entry, query) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ entry }) => entry);
}

const idPattern =
  /^(?:(email|execution|task)[: ]\s*)?([\da-f]{12}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i;
const recordKinds = ['execution', 'email', 'task'] as const;

/**
 * A record that words name by its id, whole or its last group, with or without its kind:
 * `execution:8f14e45fceea`. Several kinds where none is said. Undefined for other words.
 */
export function readRecordId(
  query: string,
): { kinds: readonly ('email' | 'execution' | 'task')[]; id: string } | undefined {
  const [, kind, id] = idPattern.exec(query.trim().replace(/^\[|\]$/g, '')) ?? [];
  if (id === undefined) return undefined;
  const named = recordKinds.filter((known) => known === kind?.toLowerCase());
  return { kinds: named.length > 0 ? named : recordKinds, id: id.toLowerCase() };
}
