const none: readonly RegExpExecArray[] = [];

/**
 * Every match of a pattern in a text, as `matchAll` finds them, without the copy of the pattern that
 * `matchAll` makes at every call: most patterns find nothing in most sentences. The pattern must have
 * the flag `g`.
 */
export function hitsOf(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let hit = pattern.exec(text);
  if (hit === null) return none;
  const hits: RegExpExecArray[] = [];
  while (hit !== null) {
    hits.push(hit);
    if (hit[0] === '') pattern.lastIndex += 1;
    hit = pattern.exec(text);
  }
  return hits;
}
