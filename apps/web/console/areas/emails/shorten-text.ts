/** What is shown of a long text before somebody asks for all of it. */
export const SHOWN_CHARACTERS = 20_000;
/** How far back a better place for the cut is looked for. */
const NEARBY = 400;

/**
 * How many characters of a text to show first: all of a text that is not much longer, else up to
 * the end of a line or a word, and never half of a letter that takes two code units.
 */
export function shownLength(text: string, most = SHOWN_CHARACTERS): number {
  if (text.length <= most * 1.1) return text.length;
  const nearby = text.slice(Math.max(0, most - NEARBY), most);
  const lineEnd = nearby.lastIndexOf('\n');
  const wordEnd = Math.max(lineEnd, nearby.lastIndexOf(' '));
  const cut = lineEnd > nearby.length / 2 ? lineEnd : wordEnd;
  if (cut > 0) return most - nearby.length + cut;
  const isHalf = /[\ud800-\udbff]/.test(text.charAt(most - 1));
  return isHalf ? most - 1 : most;
}
