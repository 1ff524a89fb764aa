import { remember } from './remember.ts';

/** `text` is exactly the characters of the source that start at `index`: it may hold a line break. */
export interface Sentence {
  text: string;
  index: number;
}

const longestText = 100_000;
const mostSentences = 1_000;
const longestSentence = 1_000;

/** Never the end of a sentence: something follows them. */
const titles = new Set(
  'mr mrs ms dr prof st mt ft sr jr gen rev hon messrs vs e.g i.e cf approx attn ref tel ext fig dept acct est incl max min'.split(
    ' ',
  ),
);
/** The end only where a capital follows: "at 3 p.m. Please", but "at 3 p.m. on Friday". */
const trailing = new Set(
  'a.m p.m am pm inc ltd co corp llc etc ave rd blvd ln hwy sq u.s u.k n.y d.c'.split(' '),
);
/** Not the end where a figure follows: "Nov. 5", "No. 12". */
const numbered = new Set(
  'no nos nr jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun p pp vol art sec'.split(
    ' ',
  ),
);

const listMarker = /^(?:[-*•‣◦▪–—·]|\(?\d{1,2}[.)]|\(?[a-zA-Z][)]|\[[ xX]?\])[ \t]+/;
const greeting =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|thanks|thank you|many thanks|best|regards|kind regards|best regards|sincerely|cheers|all|team|everyone)\b[^.!?]{0,40},?$/i;

/**
 * The sentences of a text, in its order: list items and short lines are their own, lines that were
 * only wrapped are joined, list markers are left out. Bounded: 100,000 characters, 1,000 sentences of
 * at most 1,000 characters each (longer ones are cut into several). Takes linear time.
 */
export const splitSentences = remember(readSentences, { mostTexts: 8, longestText: 20_000 });

function readSentences(source: string): readonly Readonly<Sentence>[] {
  const text = source.length > longestText ? source.slice(0, longestText) : source;
  const sentences: Sentence[] = [];
  for (const block of blocksOf(text)) {
    if (sentences.length >= mostSentences) break;
    splitBlock(text, block, sentences);
  }
  return sentences.slice(0, mostSentences);
}

interface Span {
  start: number;
  end: number;
}

/** Runs of lines that belong together: a wrapped paragraph, a list item, a short line. */
function blocksOf(text: string): Span[] {
  const blocks: Span[] = [];
  let open: Span | null = null;
  let previous = '';
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const raw = text.slice(start, end);
    const line = raw.trim();
    if (line === '') {
      open = null;
    } else {
      const lineStart = start + raw.indexOf(line);
      const marker = listMarker.exec(line)?.[0].length ?? 0;
      if (open === null || marker > 0 || !continues(previous, line)) {
        open = { start: lineStart + marker, end: lineStart + line.length };
        blocks.push(open);
      } else {
        open.end = lineStart + line.length;
      }
    }
    previous = line;
    start = end + 1;
  }
  return blocks;
}

/** Whether `line` only continues the line before it, which an editor wrapped. */
function continues(previous: string, line: string): boolean {
  if (greeting.test(previous.slice(0, 80)) && previous.length <= 60) return false;
  const last = previous.at(-1) ?? '';
  if (last === ':' || last === ';') return false;
  if ('.!?…'.includes(last)) return true;
  if (previous.length >= 50) return true;
  return /^[\p{Ll}\d("'“]/u.test(line) && previous.length >= 20;
}

function splitBlock(text: string, { start, end }: Span, sentences: Sentence[]): void {
  let from = start;
  let position = start;
  while (position < end) {
    if (sentences.length >= mostSentences) return;
    if (position - from >= longestSentence) {
      push(text, from, position, sentences);
      from = position;
    }
    const character = text.charCodeAt(position);
    if (!isTerminal(character)) {
      position += 1;
      continue;
    }
    let after = position + 1;
    const limit = Math.min(end, position + 50);
    while (after < limit && isTerminal(text.charCodeAt(after))) after += 1;
    const runLength = after - position;
    while (after < limit && isCloser(text.charCodeAt(after))) after += 1;
    if (after >= end || isSpace(text.charCodeAt(after))) {
      let next = after;
      while (next < end && isSpace(text.charCodeAt(next))) next += 1;
      if (endsSentence({ text, from, position, runLength, next, end })) {
        push(text, from, after, sentences);
        from = next;
        position = next;
        continue;
      }
    }
    position = after;
  }
  push(text, from, end, sentences);
}

function endsSentence(at: {
  text: string;
  from: number;
  position: number;
  runLength: number;
  next: number;
  end: number;
}): boolean {
  const { text, from, position, runLength, next, end } = at;
  if (next >= end) return true;
  const follower = text.slice(next, next + 2);
  const mark = text[position];
  if (mark === '!' || mark === '?') return true;
  const lowerFollows = /^\p{Ll}/u.test(follower);
  if (runLength > 1 || mark === '…') return !lowerFollows;
  const before = text.slice(Math.max(from, position - 12), position);
  const word = (/[\p{L}\d.&]+$/u.exec(before)?.[0] ?? '').toLowerCase();
  if (titles.has(word)) return false;
  // "J. Smith": an initial, but "plan B." and "and I." are ends.
  if (/^\p{Lu}$/u.test(before.slice(-1)) && word.length === 1 && !/[bi]$/.test(word)) return false;
  if (numbered.has(word)) return !/^\d/.test(follower);
  if (trailing.has(word)) return /^[\p{Lu}"“(]/u.test(follower);
  // "1. Call the landlord" inside a line.
  if (/^\d{1,2}$/.test(word) && position - word.length === from) return false;
  return true;
}

function push(text: string, from: number, to: number, sentences: Sentence[]): void {
  const part = text.slice(from, to);
  const trimmed = part.trim();
  if (trimmed === '' || sentences.length >= mostSentences) return;
  sentences.push({ text: trimmed, index: from + part.indexOf(trimmed) });
}

function isTerminal(code: number): boolean {
  return code === 0x2e || code === 0x21 || code === 0x3f || code === 0x2026;
}

function isCloser(code: number): boolean {
  return (
    code === 0x22 ||
    code === 0x27 ||
    code === 0x29 ||
    code === 0x5d ||
    code === 0x201d ||
    code === 0x2019
  );
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0xa0;
}
