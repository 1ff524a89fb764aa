/** Letters and marks that show nothing: spaces without width, fillers, selectors of a variant. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\s]/gu;
/** Halves of characters that are not whole ones; PostgreSQL's text cannot hold them. */
const LONE_SURROGATES = /\p{Surrogate}/gu;
/** Turns the direction of the text around it, in somebody else's list too. */
const DIRECTION_MARKS = /[\u202a-\u202e\u2066-\u2069]/gu;
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;
const CONTROLS_BUT_NEWLINE = /[^\P{Cc}\n]+/gu;

/**
 * One line of what a person typed or pasted: without what cannot be seen (control characters,
 * halves of characters, marks that turn the direction of text), without space around it; empty when
 * nothing in it can be seen.
 */
export function cleanLine(text: string): string {
  const line = visible(text).replace(CONTROLS, ' ').replace(/\s+/gu, ' ').trim();
  return line.replace(INVISIBLE, '') === '' ? '' : line;
}

/** The same for text of several lines, which stay; no more than one empty line in a row does. */
export function cleanLines(text: string): string {
  return visible(text)
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(CONTROLS_BUT_NEWLINE, ' ')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** In Unicode code points. */
export function characterCount(text: string): number {
  return [...text].length;
}

function visible(text: string): string {
  return text.replace(LONE_SURROGATES, '').replace(DIRECTION_MARKS, '');
}
