import type { RecordReference } from '../peek/record-reference.ts';

/** What the server lets an answer cite; see docs/back-office.md. Anything else is words. */
const CITATION =
  /\[(execution|email|task):([\da-f]{12}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\]/g;

export const citedWords = { execution: 'Execution', email: 'Email', task: 'Task' } as const;
export type Citation = RecordReference & { kind: keyof typeof citedWords };

/** Cuts a text at what it cites. */
export function splitCitations(text: string): readonly (string | Citation)[] {
  const parts: (string | Citation)[] = [];
  let at = 0;
  for (const match of text.matchAll(CITATION)) {
    const [whole, kind, id] = match;
    if (match.index > at) parts.push(text.slice(at, match.index));
    parts.push({ kind: kind as Citation['kind'], id: id ?? '' });
    at = match.index + whole.length;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}

/** A line to be read aloud: ids are nothing to listen to. */
export const spokenLine = (line: string): string =>
  line.replace(CITATION, (_, kind: Citation['kind']) => `(${citedWords[kind].toLowerCase()})`);

/** A line where no chips can be, such as a title. */
export const titleLine = (line: string): string =>
  line.replace(CITATION, (_, kind: Citation['kind'], id: string) => `${kind} ${id.slice(-12, -8)}`);
