const BOUNDARY =
  /;|\||(?:,\s*)?\b(?:but|while|whereas|however|although|though|pero|mais|aber)\b|,(?!\s?\d{3}\b|\s?20\d\d\b)(?:\s*and\b)?|\band\b|(?<=[.!?]) (?=\S)/gi;

/** Of ", NY)": a state belongs to its town. */
const STATE_LENGTH = 5;

/**
 * A sentence cut where another statement may begin. A part without a `predicate` belongs to the next
 * one that has one ("Friday, Saturday and Sunday are free"), or else to the one before.
 */
export function splitClauses(text: string, predicate: RegExp): string[] {
  const clauses: string[] = [];
  let start = 0;
  let at = 0;
  const close = (end: number) => {
    const part = text.slice(start, end);
    if (!predicate.test(part)) return;
    clauses.push(part);
    start = end;
  };
  for (const hit of text.matchAll(BOUNDARY)) {
    if (/^, ?[A-Z]{2}\b(?!-)/.test(text.slice(hit.index, hit.index + STATE_LENGTH))) continue;
    // A weekday and its date are one thing: "Saturday, December 5".
    if (
      hit[0].startsWith(',') &&
      /(?:day|sat|sun|mon|tue|wed|thu|fri)$/i.test(text.slice(at, hit.index))
    ) {
      continue;
    }
    close(hit.index);
    at = hit.index + hit[0].length;
  }
  close(text.length);
  const rest = text.slice(start);
  if (clauses.length === 0) return [text];
  clauses[clauses.length - 1] += rest;
  return clauses;
}
