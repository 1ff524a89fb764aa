import { cleanText } from '../clean-text.ts';
import type { TextLine } from '../text-line.ts';

type Place = Pick<TextLine, 'quoteDepth' | 'isSignature'>;

/** Turns a flow of text and breaks into lines, as a page is set. */
export interface LineWriter {
  write(text: string, place: Place): void;
  /** A break within a block: two in a row leave an empty line. */
  breakLine(place: Place): void;
  /** The edge of a block. */
  endLine(): void;
  /** The edge of a block with space around it. */
  endParagraph(): void;
  /** What comes before the next text, such as the mark of a list item. */
  setPrefix(prefix: string): void;
  startRow(): void;
  /** Cells that are one line each share their row's line. */
  endRow(): void;
  startCell(): void;
  endCell(): void;
  lines(): TextLine[];
}

export function createLineWriter(): LineWriter {
  const lines: TextLine[] = [];
  let parts: string[] = [];
  let place: Place | undefined;
  let prefix = '';
  let needsSpace = false;
  /** Cells of the row under way, while each is one line at most. */
  let row: { text: string; place: Place }[] | undefined;
  let cellLines = 0;

  function push(text: string, at: Place): void {
    lines.push({ text, quoteDepth: at.quoteDepth, isSignature: at.isSignature });
  }

  /** The line under way as it will stand, or undefined when there is none. */
  function take(): { text: string; place: Place } | undefined {
    if (place === undefined) return undefined;
    const text = cleanText(parts.join('')).split('\n').map(trimLine).join('\n');
    const line = { text: text === '' ? '' : prefix + text, place };
    if (text !== '') prefix = '';
    parts = [];
    place = undefined;
    return line;
  }

  function trimLine(line: string, index: number): string {
    return (index === 0 && line.startsWith(' ') ? line.slice(1) : line).trimEnd();
  }

  function emit({ text, place: at }: { text: string; place: Place }): void {
    if (needsSpace && text !== '' && lines.length > 0 && lines.at(-1)?.text !== '') push('', at);
    if (text !== '') needsSpace = false;
    for (const line of text.split('\n')) push(line, at);
  }

  function endRow(): void {
    const cells = row ?? [];
    row = undefined;
    const first = cells[0];
    if (first !== undefined)
      emit({ text: cells.map(({ text }) => text).join(' | '), place: first.place });
  }

  /** More than a line in one cell: the row is layout, not a row of data. */
  function layOut(): void {
    const cells = row ?? [];
    row = undefined;
    for (const cell of cells) emit(cell);
  }

  function endLine(): void {
    const line = take();
    if (line === undefined) return;
    if (row === undefined) {
      emit(line);
      return;
    }
    if (line.text === '') return;
    cellLines += 1;
    if (cellLines === 1 && !line.text.includes('\n')) {
      row.push(line);
      return;
    }
    layOut();
    emit(line);
  }

  return {
    write(text, at) {
      // A no-break space is content: it is how editors write an empty line.
      if (place === undefined && /^[ \t\r\n]*$/.test(text)) return;
      if (parts.at(-1)?.endsWith(' ') === true && text.startsWith(' ')) parts.push(text.slice(1));
      else parts.push(text);
      place ??= at;
    },
    breakLine(at) {
      if (place === undefined && (row === undefined || cellLines > 0)) {
        layOut();
        emit({ text: '', place: at });
        return;
      }
      endLine();
    },
    endLine,
    endParagraph() {
      endLine();
      if (row === undefined) needsSpace = true;
    },
    setPrefix(text) {
      prefix = text;
    },
    startRow() {
      endLine();
      endRow();
      row = [];
    },
    endRow() {
      endLine();
      endRow();
    },
    startCell() {
      endLine();
      cellLines = 0;
    },
    endCell() {
      endLine();
    },
    lines() {
      endLine();
      endRow();
      return lines;
    },
  };
}
