import type { Line } from '../layout.ts';
import { closeSpreadLetters, fold } from './fold.ts';
import { DOCUMENT, NUMBER, OTHER_THING } from './words.ts';

/** The invoice's number as it is printed. */
export interface FoundNumber {
  number: string;
  /** 0 to 100 and a little more. */
  weight: number;
}

const MAX_CELL = 200;
const MAX_CANDIDATES = 300;
const LINES_BELOW = 3;
/** From here on a label names the invoice's number without doubt. */
const PLAIN = 80;

const documentNumber = new RegExp(
  `(?<!\\p{L})(?:${DOCUMENT})\\s?(?:\\(\\d{1,4}\\))?[\\s.:-]{0,3}(?:${NUMBER})(?![\\p{L}])|` +
    `(?<!\\p{L})(?:${NUMBER})[\\s.:]{0,3}(?:de |da |do |di |della |du |des |of |der |de la )?(?:${DOCUMENT})(?!\\p{L})`,
  'gu',
);
const documentAlone = new RegExp(`(?<!\\p{L})(?:${DOCUMENT})(?!\\p{L})`, 'gu');
const numberAlone = new RegExp(`(?<![\\p{L}\\d])(?:${NUMBER})(?!\\p{L})`, 'gu');
const otherThing = new RegExp(`(?<!\\p{L})(?:${OTHER_THING})(?!\\p{L})`, 'u');
const otherDocument =
  /(?:original|related|corrected|previous|linked|your|ihre?|votre|ursprung\p{L}*|storno zu|zur?)[\s:]*$/u;

// A number may be led by a short code and a space, as 'F 1234/12'.
const value = /^((?:[A-Z]{1,4} (?=\d))?#?\s?[\p{L}\d]+(?:[/_.\-–:][\p{L}\d]+)*)/u;

/** The likeliest number: by its label in the same cell, to the left or above; null when none. */
export function findNumber(lines: readonly Line[]): FoundNumber | null {
  let best: FoundNumber | null = null;
  let left = MAX_CANDIDATES;
  const text = lines.map(({ cells }) => cells.map((cell) => cell.text).join(' ')).join('\n');
  for (const [index, line] of lines.entries()) {
    for (const cell of line.cells.keys()) {
      for (const { number, weight } of candidatesAt(lines, index, cell)) {
        if (left === 0) return best;
        left -= 1;
        const early = 8 * (1 - index / lines.length);
        const again = text.indexOf(number) === text.lastIndexOf(number) ? 0 : 4;
        const total = weight + early + again;
        if (best === null || total > best.weight) best = { number, weight: total };
      }
    }
  }
  return best;
}

function* candidatesAt(lines: readonly Line[], line: number, cell: number): Generator<FoundNumber> {
  const original = lines[line]?.cells[cell]?.text.slice(0, MAX_CELL) ?? '';
  const shown = closeSpreadLetters(original);
  const folded = fold(shown);
  for (const { end, weight } of labelsIn(folded)) {
    const rest = shown.slice(end).trim();
    // A title of the word and a number, and nothing else.
    const isTitle =
      weight < PLAIN && /^[\p{L}\d/_.-]{1,40}$/u.test(rest) && /^\p{L}+\s/u.test(shown);
    const here = readValue(rest, isTitle ? PLAIN : weight);
    if (here !== null) {
      yield { number: here, weight: isTitle ? PLAIN + 4 : weight };
      continue;
    }
    if (/[\p{L}\d]/u.test(shown.slice(end))) continue;
    const beside = readValue(cellBeside(lines, line, cell), weight);
    if (beside !== null) yield { number: beside, weight: weight - 1 };
    else {
      const below = readValue(cellBelow(lines, line, cell), weight);
      if (below !== null) yield { number: below, weight: weight - 8 };
    }
  }
}

/** Where labels of a number end in a cell, and how plainly each names the invoice's. */
function labelsIn(folded: string): { end: number; weight: number }[] {
  const labels: { end: number; weight: number }[] = [];
  let firstDocument = Number.POSITIVE_INFINITY;
  const add = (pattern: RegExp, weightOf: (start: number, word: string) => number) => {
    for (const found of folded.matchAll(pattern)) {
      const weight = weightOf(found.index, found[0]);
      if (weight > 0) labels.push({ end: found.index + found[0].length, weight });
    }
  };
  const isOther = (start: number) => otherDocument.test(folded.slice(0, start));
  add(documentNumber, (start, word) => {
    if (isOther(start)) return 0;
    return /^(?:beleg|dok|doc)/.test(word) ? 90 : 100;
  });
  add(documentAlone, (start) => {
    if (isOther(start)) return 0;
    firstDocument = Math.min(firstDocument, start);
    return 66;
  });
  add(numberAlone, (start) => {
    const between = folded.slice(Math.min(firstDocument, start), start);
    if (otherThing.test(firstDocument < start ? between : folded.slice(0, start))) return 0;
    if (firstDocument < start) return between.length < 40 ? 82 : 40;
    // A bare 'No.' may number anything.
    return /^\W*$/.test(folded.slice(0, start)) ? 22 : 0;
  });
  return labels;
}

function cellBeside(lines: readonly Line[], line: number, cell: number): string {
  const cells = lines[line]?.cells ?? [];
  const next = cells.slice(cell + 1).find(({ text }) => /[\p{L}\d]/u.test(text));
  return next?.text ?? '';
}

function cellBelow(lines: readonly Line[], line: number, cell: number): string {
  const title = lines[line]?.cells[cell];
  if (title === undefined) return '';
  for (let index = line + 1; index <= line + LINES_BELOW && index < lines.length; index += 1) {
    const below = lines[index];
    if (below === undefined || below.page !== lines[line]?.page) break;
    const over = below.cells.find(({ left, right }) => left <= title.right && right >= title.left);
    if (over !== undefined) return over.text;
  }
  return '';
}

function readValue(rest: string, weight: number): string | null {
  const start = rest.replace(/^[\s.:,=()№-]*/u, '').slice(0, 80);
  const found = value.exec(start)?.[1]?.trim() ?? '';
  const bare = found.replace(/^#\s?/, '').replace(/[.:-]+$/, '');
  const isPlain = weight >= PLAIN;
  if (!/\d/.test(bare) || bare.length > 40 || bare.length < (isPlain ? 1 : 3)) return null;
  if (isDayOrAmount(bare, start)) return null;
  if (!isPlain && /^(?:19|20)\d\d$/.test(bare)) return null;
  if (/^[A-Z]{2}\d{2}[A-Z\d]{11,}$/.test(bare)) return null;
  return bare;
}

function isDayOrAmount(bare: string, start: string): boolean {
  if (/^\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})$/.test(bare)) return true;
  if (/^\d{4}-\d{2}-\d{2}$/.test(bare)) return true;
  if (/^\d{1,6}\.\d{2}$/.test(bare) || /^\d{1,9},\d{2}(?!\d)/.test(start)) return true;
  if (/^[\d.,]+ ?[%€$£]/.test(start)) return true;
  // A day and the name of a month.
  return /^\d{1,2}\.? \p{L}{3,12}\.? ?,? ?\d{4}/u.test(start);
}
