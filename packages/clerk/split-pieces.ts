const PIECE = /\S*\s*/gu;

/** Text in pieces of one word with the space after it; together they are exactly the text. */
export function splitPieces(text: string): string[] {
  return (text.match(PIECE) ?? []).filter((piece) => piece !== '');
}
