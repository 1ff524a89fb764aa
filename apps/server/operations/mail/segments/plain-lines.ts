import type { TextLine } from '../text-line.ts';

/** Deeper quotes are one: nobody nests further by hand. */
const MAX_DEPTH = 50;

/** The lines of plain text; the marks of quotes become their depth. `text` is clean. */
export function plainLines(text: string): TextLine[] {
  return text.split('\n').map((line) => {
    let depth = 0;
    let start = 0;
    while (depth < MAX_DEPTH) {
      // "> >" and ">>" are the same; more than one space is the quoted text's own.
      const next = line[start] === ' ' && depth > 0 && line[start + 1] === '>' ? start + 1 : start;
      if (line[next] !== '>') break;
      depth += 1;
      start = next + 1;
    }
    // mbox files escape a sentence's own "From".
    if (depth === 1 && line.startsWith('>From '))
      return { text: line.slice(1), quoteDepth: 0, isSignature: false };
    const own = depth > 0 && line[start] === ' ' ? line.slice(start + 1) : line.slice(start);
    return { text: own.trimEnd(), quoteDepth: depth, isSignature: false };
  });
}
