import type { Line } from '../layout.ts';
import { words } from './amount-labels.ts';
import type { WrittenDay } from './dates.ts';
import { fold } from './fold.ts';
import { DATE, DOCUMENT, DUE, ISSUED, OTHER_THING } from './words.ts';

export interface FoundDates {
  date: WrittenDay | null;
  /** How plainly the date is the invoice's, 0 to 100. */
  weight: number;
  due: WrittenDay | null;
}

const LINES_ABOVE = 3;
const MAX_LABEL = 90;
/** A date nobody named counts only where nothing better is. */
const UNNAMED = 14;

const documentDate = new RegExp(
  `(?<!\\p{L})(?:${DOCUMENT})[ -]?(?:${DATE})(?!\\p{L})|(?<!\\p{L})(?:${DATE})[ -](?:de |da |do |di |della |of |der |d'|de la )?(?:l'|la )?(?:${DOCUMENT}|${ISSUED})(?!\\p{L})`,
  'u',
);
const patterns = {
  due: words(DUE),
  other: words(OTHER_THING),
  document: words(DOCUMENT),
  date: words(DATE),
  issued: words(ISSUED),
};

const JOINING = /^\s*(?:vom|von|du|of|from|dated|on|del|dal|da|van|z|ze|dnia|le)\s*$/u;

type Meaning = { kind: 'invoice' | 'due' | 'other'; weight: number };

/** The day of the invoice and the day it is due, by the labels beside and above them. */
export function findDates(lines: readonly Line[], days: readonly WrittenDay[]): FoundDates {
  let date: WrittenDay | null = null;
  let weight = 0;
  let due: WrittenDay | null = null;
  let dueWeight = 0;
  for (const day of days) {
    const meaning = meaningOf(lines, days, day);
    const early = 6 * (1 - day.line / Math.max(1, lines.length));
    if (meaning.kind === 'invoice' && meaning.weight + early > weight) {
      date = day;
      weight = meaning.weight + early;
    }
    if (meaning.kind === 'due' && meaning.weight > dueWeight) {
      due = day;
      dueWeight = meaning.weight;
    }
  }
  return { date, weight, due };
}

function meaningOf(lines: readonly Line[], days: readonly WrittenDay[], day: WrittenDay): Meaning {
  const cells = lines[day.line]?.cells ?? [];
  const previous = days
    .filter((one) => one.line === day.line && one.cell === day.cell && one.start < day.start)
    .at(-1);
  const from = previous === undefined ? 0 : previous.start + previous.quote.length;
  const own = cells[day.cell]?.text.slice(from, day.start) ?? '';
  const inCell = readDateLabel(own);
  if (inCell !== null) return inCell;
  if (JOINING.test(fold(own)) && day.cell === 0) {
    // The title ran over into this line.
    const before = readDateLabel(lines[day.line - 1]?.cells.at(-1)?.text ?? '');
    if (before !== null) return before;
  }
  const above = labelAbove(lines, day);
  // A title straight above is nearer than words further left, when the cell is the date alone.
  const isAlone = !/\p{L}{2}/u.test(own);
  const beside = isAlone ? labelBeside(cells, day.cell) : null;
  if (above !== null && (beside === null || above.weight > beside.weight)) return above;
  return beside ?? { kind: 'invoice', weight: UNNAMED };
}

function labelBeside(cells: Line['cells'], cell: number): Meaning | null {
  for (let index = cell - 1; index >= 0; index -= 1) {
    const text = cells[index]?.text ?? '';
    if (!/\p{L}{2}/u.test(text)) continue;
    return readDateLabel(text);
  }
  return null;
}

function labelAbove(lines: readonly Line[], day: WrittenDay): Meaning | null {
  const own = lines[day.line];
  for (let index = day.line - 1; index >= day.line - LINES_ABOVE && index >= 0; index -= 1) {
    const line = lines[index];
    if (line === undefined || line.page !== own?.page) return null;
    const over = line.cells.find(({ left, right }) => left <= day.right && right >= day.left);
    if (over === undefined || over.text.length > 40) continue;
    const meaning = readDateLabel(over.text);
    if (meaning !== null) return { ...meaning, weight: meaning.weight - 6 };
    if (/\d/.test(over.text)) return null;
  }
  return null;
}

/** What a label says about the date behind it; null when it does not name one. */
function readDateLabel(text: string): Meaning | null {
  const label = fold(text.slice(-MAX_LABEL)).replace(/tax (?=invoice)/g, '');
  const isDocumentDate = documentDate.test(label);
  if (patterns.due.test(label) && !isDocumentDate) {
    return { kind: 'due', weight: patterns.date.test(label) ? 80 : 60 };
  }
  if (patterns.other.test(isDocumentDate ? label.replace(documentDate, '').slice(-20) : label)) {
    return { kind: 'other', weight: 50 };
  }
  if (isDocumentDate) return { kind: 'invoice', weight: 100 };
  if (patterns.document.test(label)) return { kind: 'invoice', weight: 84 };
  if (patterns.issued.test(label)) return { kind: 'invoice', weight: 80 };
  return patterns.date.test(label) ? { kind: 'invoice', weight: 60 } : null;
}
