import type { TextLine } from '../text-line.ts';

/** "On … wrote:" as mail programs write it, by how it ends; with ':' or without. */
const ENDINGS = [
  'wrote',
  'writes',
  'schrieb',
  'schrieb am',
  'geschrieben',
  'a écrit',
  'écrit',
  'escribió',
  'ha escrito',
  'ha scritto',
  'scrisse',
  'schreef',
  'geschreven',
  'escreveu',
  'skrev',
  'kirjoitti',
  'napisał',
  'napisała',
  'napisał(a)',
  'napsal',
  'napsal(a)',
  'napísal',
  'ezt írta',
  'a scris',
  'пишет',
  'написал',
  'написала',
  'пише',
  'yazdı',
  'şunu yazdı',
  'έγραψε',
  'のメール',
  'のメッセージ',
  '書きました',
  '写道',
  '寫道',
  '작성',
  '님이 작성',
];
/** "Am 3. Mai schrieb Anna:": the verb stands before the name. */
const INNER = [' schrieb ', ' schreef ', ' skrev ', ' wrote ', ' a écrit '];
const STARTS = ['on ', 'am ', 'op ', 'den ', 'le ', 'på ', 'i '];
const MAX_LENGTH = 400;
const MAX_LINES = 4;

/**
 * How many lines from `index` on say who wrote what is quoted next; 0 for none. It is wrapped over
 * several lines by many programs.
 */
export function attributionLines(lines: readonly TextLine[], index: number): number {
  let text = '';
  const depth = lines[index]?.quoteDepth;
  for (let count = 1; count <= MAX_LINES; count += 1) {
    const line = lines[index + count - 1];
    if (line === undefined || line.quoteDepth !== depth || line.text.trim() === '') return 0;
    text = `${text} ${line.text.trim()}`.trim();
    if (text.length > MAX_LENGTH) return 0;
    if (isAttribution(text)) return count;
    // A line that ends a sentence of its own is not the beginning of one.
    if (/[.!?]$/.test(text) && count === 1 && !/^(?:on|am|le|el|il|op|em|den|på)\b/i.test(text))
      return 0;
  }
  return 0;
}

function isAttribution(text: string): boolean {
  if (!/[:：]$/.test(text)) return false;
  const words = text.slice(0, -1).trim().toLowerCase();
  // Who or when: without an address or a number it may be any sentence with a colon.
  if (!/[\d@]/.test(words)) return false;
  if (ENDINGS.some((ending) => words.endsWith(ending))) return true;
  return (
    STARTS.some((start) => words.startsWith(start)) && INNER.some((verb) => words.includes(verb))
  );
}
