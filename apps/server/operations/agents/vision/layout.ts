/** A run of text without a wide gap: a column's worth. Positions in points, or character columns. */
export interface Cell {
  text: string;
  left: number;
  right: number;
}

/** One line as a reader sees it, its cells from left to right. */
export interface Line {
  page: number;
  /** Distance from the top of the page, growing downwards. */
  top: number;
  height: number;
  cells: Cell[];
}

/** A piece of text where a page puts it. */
export interface PlacedText {
  text: string;
  left: number;
  /** Of the base line, growing upwards as in PDF. */
  bottom: number;
  width: number;
  height: number;
}

/** Gaps in multiples of the text's height: more is a space, much more another column. */
const SPACE_GAP = 0.12;
const CELL_GAP = 1.2;
/** Base lines closer than this share of the height are one line. */
const SAME_LINE = 0.4;
const MAX_CELL_CHARACTERS = 2_000;
const MAX_CELLS = 200;

/** Lines of one page, from the pieces of text on it in any order. */
export function linesOfPage(page: number, pieces: readonly PlacedText[]): Line[] {
  const sorted = pieces
    .filter(({ text }) => text.trim() !== '')
    .toSorted((a, b) => b.bottom - a.bottom || a.left - b.left);
  const rows: PlacedText[][] = [];
  for (const piece of sorted) {
    const row = rows.at(-1);
    const first = row?.[0];
    const tolerance = Math.max(2, piece.height * SAME_LINE);
    if (row !== undefined && first !== undefined && first.bottom - piece.bottom < tolerance) {
      row.push(piece);
    } else {
      rows.push([piece]);
    }
  }
  return rows.map((row) => lineOf(page, row));
}

function lineOf(page: number, row: PlacedText[]): Line {
  row.sort((a, b) => a.left - b.left);
  const cells: Cell[] = [];
  let height = 0;
  for (const piece of row) {
    height = Math.max(height, piece.height);
    const cell = cells.at(-1);
    const right = piece.left + piece.width;
    const gap = cell === undefined ? Number.POSITIVE_INFINITY : piece.left - cell.right;
    if (cells.length === MAX_CELLS) break;
    if (cell === undefined || gap > piece.height * CELL_GAP) {
      cells.push({ text: piece.text, left: piece.left, right });
    } else if (cell.text.length < MAX_CELL_CHARACTERS) {
      cell.text += gap > piece.height * SPACE_GAP ? ` ${piece.text}` : piece.text;
      cell.right = Math.max(cell.right, right);
    }
  }
  for (const cell of cells) cell.text = tidy(cell.text);
  return { page, top: -(row[0]?.bottom ?? 0), height, cells: cells.filter(({ text }) => text) };
}

/** Lines of plain text; two spaces or a tab part its columns, a form feed its pages. */
export function linesOfText(text: string): Line[] {
  const lines: Line[] = [];
  let page = 1;
  for (const [top, raw] of text.split(/\r\n|\r|\n/).entries()) {
    if (raw.includes('\f')) page += 1;
    const cells: Cell[] = [];
    let left = 0;
    for (const part of raw.replaceAll('\f', ' ').split(/(\t+| {2,})/)) {
      if (cells.length === MAX_CELLS) break;
      const shown = tidy(part.slice(0, MAX_CELL_CHARACTERS));
      if (shown !== '') cells.push({ text: shown, left, right: left + part.length });
      left += part.startsWith('\t') ? part.length * 8 : part.length;
    }
    if (cells.length > 0) lines.push({ page, top, height: 1, cells });
  }
  return lines;
}

/** What a person would copy: cells with two spaces between them, lines below each other. */
export function textOfLines(lines: readonly Line[]): string {
  return lines.map((line) => textOfLine(line)).join('\n');
}

export function textOfLine(line: Line): string {
  return line.cells.map(({ text }) => text).join('  ');
}

const SPACES = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu;

function tidy(text: string): string {
  return text.toWellFormed().replace(SPACES, ' ').replace(UNSEEN, '').trim();
}
