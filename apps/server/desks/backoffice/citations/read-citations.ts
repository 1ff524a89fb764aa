export type CitedKind = 'execution' | 'email' | 'task';

/** `id` as it was written, in lower case. */
export interface Citation {
  kind: CitedKind;
  id: string;
}

export interface CitationGroup {
  citations: Citation[];
  /** The offset after it. */
  end: number;
}

const KINDS: ReadonlyMap<string, CitedKind> = new Map([
  ['execution', 'execution'],
  ['executions', 'execution'],
  ['email', 'email'],
  ['emails', 'email'],
  ['task', 'task'],
  ['tasks', 'task'],
]);
const WHOLE_ID = /^[\da-f]{8}(?:-?[\da-f]{4}){3}-?([\da-f]{12})$/;
const SHORT_ID = /^[\da-f]{12}$/;
const MAX_SPACES = 3;
const MAX_ID_LENGTH = 36;
/** What is listed beyond is words, not citations: no client takes it for one. */
const MAX_CITATIONS = 30;

/** The last group of an id written whole or short; undefined when it is neither. */
export function shortId(id: string): string | undefined {
  return SHORT_ID.test(id) ? id : WHOLE_ID.exec(id)?.[1];
}

/**
 * Reads '[email:8f14e45fceea]' and what models make of it, such as '[Email: <whole id>, task:…]',
 * at a '['. Null: it is something else. 'open': the text ends before that is decided.
 */
export function readCitations(text: string, start: number): CitationGroup | 'open' | null {
  const citations: Citation[] = [];
  let kind: CitedKind | undefined;
  let at = start + 1;
  for (;;) {
    const spaces = skipSpaces(text, at);
    if (spaces === null) return null;
    at = spaces;
    const token = readToken(text, at);
    const afterToken = at + token.length;
    const next = skipSpaces(text, afterToken);
    if (next === null) return null;
    if (next === text.length) {
      const isCut = afterToken === text.length;
      return (isCut ? mayBecomeKind(token) : KINDS.has(token)) ||
        (kind !== undefined && mayBecomeId(token))
        ? 'open'
        : null;
    }
    if (text[next] === ':') {
      kind = KINDS.get(token);
      if (kind === undefined) return null;
      at = next + 1;
      continue;
    }
    if (kind === undefined || !isId(token)) return null;
    citations.push({ kind, id: token });
    if (text[next] === ']') return { citations, end: next + 1 };
    if (citations.length === MAX_CITATIONS) return { citations, end: afterToken };
    const isListed = text[next] === ',' || text[next] === ';';
    if (!isListed && next === afterToken) return null;
    at = isListed ? next + 1 : next;
  }
}

/** The offset after a few spaces; null after too many. */
function skipSpaces(text: string, start: number): number | null {
  let at = start;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  return at - start > MAX_SPACES ? null : at;
}

/** One character longer than any id at most. */
function readToken(text: string, start: number): string {
  const longest = text.slice(start, start + MAX_ID_LENGTH + 1);
  return (/^[\da-z-]*/i.exec(longest)?.[0] ?? '').toLowerCase();
}

function mayBecomeKind(token: string): boolean {
  return [...KINDS.keys()].some((kind) => kind.startsWith(token));
}

function mayBecomeId(token: string): boolean {
  return token.length <= MAX_ID_LENGTH && /^[\da-f-]*$/.test(token);
}

/** 'added' and 'face' are words, '1234' is an id that was made up. */
function isId(token: string): boolean {
  return token.length >= 4 && mayBecomeId(token) && (token.length === 12 || /\d/.test(token));
}
