/** Ways to ask for the price of one piece. */
const WAYS = [
  /\b(?:how much|what)\b[^.?!]{0,30}\b(?:per|for (?:each|every|one|a single)|an?|each|apiece) ?(?:bag|item|piece|box|suitcase)?(?: (?:is|does|would|do|then|exactly|extra|more|that|it|this|cost|be|you|charge))*[?.! ]*$/,
  /\b(?:price|cost|rate|charge|fee) (?:per|for (?:each|every|one|a single)|of (?:one|a single|each)) (?:bag|item|piece|box|suitcase)\b/,
  /\bis (?:that|it|this) (?:per|for each|for every) (?:bag|item|piece|box|suitcase)\b/,
] as const;
const NAMES_IT = /\b(?:per|each|every|one|a single|apiece)\b/;

/** "How much per bag is that?" */
export const asksPerPiece = (text: string): boolean =>
  NAMES_IT.test(text) && WAYS.some((way) => way.test(text));
