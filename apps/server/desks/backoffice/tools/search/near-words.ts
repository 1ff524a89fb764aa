import { editDistance } from '@deskbell/clerk';

/** Shorter words have too many neighbours. */
const LEAST = 6;
const MOST_ENDINGS = 4;

/** The letters two words begin with alike. */
function sharedStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

/**
 * Of some names' words the one that a word nobody wrote was meant to be: one letter off, two in
 * words of nine and more, or with another ending than "BoxRight"; undefined where there is none, or
 * where several are as near.
 */
export function nearWord(word: string, names: Iterable<string>): string | undefined {
  const written = word.toLowerCase();
  if (written.length < LEAST || /\d/.test(written)) return undefined;
  const most = written.length >= 9 ? 2 : 1;
  let best: { name: string; edits: number } | undefined;
  let isShared = false;
  for (const name of names) {
    if (name[0] !== written[0] || Math.abs(name.length - written.length) > 3) continue;
    const counted = editDistance(written, name);
    const start = sharedStart(written, name);
    const isBegun = start >= 5 && name.length - start < MOST_ENDINGS && written.length - start < 3;
    const edits = counted <= most ? counted : isBegun ? most + 1 : undefined;
    if (edits === undefined || name === written) continue;
    if (best !== undefined && edits === best.edits && name !== best.name) isShared = true;
    if (best === undefined || edits < best.edits) {
      best = { name, edits };
      isShared = false;
    }
  }
  return isShared ? undefined : best?.name;
}
