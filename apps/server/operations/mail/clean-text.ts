/** Nothing but these needs no second look: most mail. */
const PLAIN_ONLY = /^[\n\t\x20-\x7e]*$/;
const LINE_BREAKS = /\r\n?|[\v\f\x85\u{2028}\u{2029}]/gu;
/** Spaces of other widths, among them the no-break space and the blank Braille pattern. */
const OTHER_SPACES = /[\p{Zs}\u{2800}]/gu;
/**
 * What shows nothing: control characters, zero-width and bidirectional marks, soft hyphens, tags,
 * variation selectors, fillers, non-characters. Joiners inside emoji and some scripts go as well:
 * the words stay readable, and nothing can hide behind them.
 */
const INVISIBLE =
  /[\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u{fff9}-\u{fffb}]|(?![\n\t])\p{Cc}/gu;

/** Well-formed text with only visible characters, line feeds, tabs and plain spaces. */
export function cleanText(text: string): string {
  if (PLAIN_ONLY.test(text)) return text;
  return text
    .toWellFormed()
    .replace(LINE_BREAKS, '\n')
    .replace(OTHER_SPACES, ' ')
    .replace(INVISIBLE, '');
}

/** The same on one line, without spaces around it, of at most `maxLength` UTF-16 units. */
export function cleanLine(text: string, maxLength: number): string {
  // Cut first, so that the work is bounded; what is invisible may take more room than it leaves.
  const clean = cleanText(text.slice(0, maxLength * 4)).replace(/[\n\t ]+/g, ' ');
  return clean.trim().slice(0, maxLength).toWellFormed().trimEnd();
}
