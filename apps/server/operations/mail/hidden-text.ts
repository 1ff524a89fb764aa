import { cleanText } from './clean-text.ts';
import type { HiddenText } from './email.ts';

const MAX_PIECES = 1_000;
const MAX_PIECE = 2_000;
const MAX_EXAMPLE = 200;
/** Pieces compared with the visible text: a newsletter repeats a few, for small screens. */
const MAX_COMPARED = 50;
const COMPARED_VISIBLE = 200_000;

/** Tags that spell ASCII unseen. Flags of regions use them rightly, after a black flag. */
const TAGS = /(?:\u{1f3f4}[\u{e0020}-\u{e007e}]{2,6}\u{e007f})|([\u{e0000}-\u{e007f}]+)/gu;
/** One selector chooses a glyph; a row of them carries bytes. */
const SELECTORS = /[\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]{3,}/gu;
/** Marks that turn the order of the letters around, as 'exe.fdp' for 'pdf.exe'. */
const OVERRIDES = /[\u{202d}\u{202e}]+/gu;

/** Gathers what a reader would not have seen. */
export interface HiddenTextCollector {
  /** Text that is not shown where it stands. */
  add(text: string): void;
  /** Looks for characters in `text` that carry a message without showing. */
  addConcealed(text: string): void;
  /**
   * What was hidden. Text that the mail also shows is not: mails for small and large screens say
   * things twice. Nor is what holds no words: tracking pixels, padding, soft hyphens.
   */
  result(visibleText: string): HiddenText;
}

export function createHiddenTextCollector(): HiddenTextCollector {
  /** Each with its whole length. */
  const pieces = new Map<string, number>();
  /** Of what is over the number of pieces. */
  let further = 0;

  function keep(text: string): void {
    const piece = text.slice(0, MAX_PIECE).toWellFormed();
    if (pieces.has(piece) || pieces.size < MAX_PIECES) pieces.set(piece, text.length);
    else further += text.length;
  }

  return {
    add(text) {
      const clean = cleanText(text).replace(/\s+/g, ' ').trim();
      if (/[\p{L}\p{N}]{2}/u.test(clean)) keep(clean);
    },
    addConcealed(text) {
      if (/^[\n\r\t\x20-\x7e]*$/.test(text)) return;
      for (const [, tags] of text.matchAll(TAGS)) {
        if (tags !== undefined) keep(spelled(tags));
      }
      for (const [marks] of text.matchAll(SELECTORS)) {
        keep(`(${marks.length} variation selectors in a row)`);
      }
      const overrides = text.match(OVERRIDES);
      if (overrides !== null) keep(`(${overrides.length} marks that reverse the text)`);
    },
    result(visibleText) {
      const visible = wordsOnly(visibleText.slice(0, COMPARED_VISIBLE));
      const hidden = [...pieces].filter(
        ([piece], index) => index >= MAX_COMPARED || !visible.includes(wordsOnly(piece)),
      );
      return {
        characters: hidden.reduce((sum, [, length]) => sum + length, further),
        examples: hidden.slice(0, 3).map(([piece]) => piece.slice(0, MAX_EXAMPLE).toWellFormed()),
      };
    },
  };
}

/** The ASCII text that tag characters stand for. */
function spelled(tags: string): string {
  const text = Array.from(tags.slice(0, MAX_PIECE), (tag) =>
    String.fromCodePoint(((tag.codePointAt(0) ?? 0) - 0xe0000) & 0x7f),
  ).join('');
  return `(tag characters) ${cleanText(text)}`;
}

const wordsOnly = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
