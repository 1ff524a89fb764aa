import { cleanText } from './clean-text.ts';
import type { HiddenTextCollector } from './hidden-text.ts';
import { renderHtml } from './html/render-html.ts';
import { MAX_TEXT } from './mail-limits.ts';
import type { BodyPart } from './parse-message.ts';
import { plainLines } from './segments/plain-lines.ts';
import type { TextLine } from './text-line.ts';

/** Longer HTML is pictures and markup; what stands after it is told as not read. */
const MAX_HTML = 4_000_000;
const COMPARED_WORDS = 2_000;
/** Of the plain text's words, how many the HTML has to say as well. */
const LEAST_SHARED = 0.6;
/** Of the HTML's words, how many the plain text has to have. */
const LEAST_LENGTH = 0.3;

export interface BodyText {
  lines: TextLine[];
  /** Characters of the mail that were not read because there were too many. */
  unread: number;
}

/** The visible text of a message's body. What its HTML hides goes to `hidden`. */
export function bodyLines(body: readonly BodyPart[], hidden: HiddenTextCollector): BodyText {
  const lines: TextLine[] = [];
  let unread = 0;
  let room = MAX_TEXT;
  for (const part of body) {
    if (room <= 0) {
      unread += [...part.plain, ...part.html].reduce((sum, text) => sum + text.length, 0);
      continue;
    }
    const html = part.html.join('\n').trimEnd();
    const plain = part.plain.join('\n').trimEnd();
    unread += Math.max(0, html.length - MAX_HTML);
    const shown = html === '' ? [] : renderHtml(html.slice(0, MAX_HTML), hidden);
    const written = plain === '' ? [] : readPlain(plain.slice(0, MAX_TEXT), hidden);
    const chosen = html === '' || isSameText(written, shown) ? written : shown;
    if (chosen === written) unread += Math.max(0, plain.length - MAX_TEXT);
    for (const line of chosen) {
      if (line.text.length > room) unread += line.text.length - Math.max(0, room);
      if (room > 0) lines.push({ ...line, text: line.text.slice(0, room).toWellFormed() });
      room -= line.text.length + 1;
    }
    lines.push({ text: '', quoteDepth: 0, isSignature: false });
  }
  return { lines, unread };
}

function readPlain(text: string, hidden: HiddenTextCollector): TextLine[] {
  hidden.addConcealed(text);
  return plainLines(cleanText(text));
}

/**
 * Whether the plain text says what the HTML shows: then it is the better source, with its lines and
 * quote marks as they were written. Otherwise people see the HTML, so that is what counts: "your
 * program cannot show this", an empty part, or words meant for software only.
 */
function isSameText(plain: readonly TextLine[], html: readonly TextLine[]): boolean {
  const written = wordsOf(plain);
  const shown = wordsOf(html);
  if (shown.length === 0) return true;
  if (written.length < shown.length * LEAST_LENGTH) return false;
  const seen = new Set(shown);
  return written.filter((word) => seen.has(word)).length >= written.length * LEAST_SHARED;
}

/** Of addresses only that they are there: a plain part spells out what HTML hides behind words. */
function wordsOf(lines: readonly TextLine[]): string[] {
  const words: string[] = [];
  for (const { text } of lines) {
    const own = text.slice(0, 5_000).replace(/https?:\/\/\S+/gi, ' ');
    for (const word of own.match(/[\p{L}\p{N}]+/gu) ?? []) words.push(word.toLowerCase());
    if (words.length >= COMPARED_WORDS) break;
  }
  return words;
}
