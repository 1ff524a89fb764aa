/** Ways to ask what a price that was told is made of. */
const WAYS = [
  // "Why so much?"
  /\b(?:why|how come|how so|what makes)\b[^.?!]*(?:\b(?:much|more|expensive|price|cost|costs|pricey|high|higher|total|extra|surcharge|\d{2,})\b|\$)/,
  /^(?:\w+[,.!]* )?why[?!.]*$/,
  // "What's the 175 for?"
  /\bwhat(?:'s| is| are| was) (?:the|that|this|those) (?:extra )?(?:\$? ?\d{2,}|extra|surcharge|fee|charge)(?: dollars)? (?:for|about|from)\b/,
  // "Where does the extra come from?"
  /\bwhere (?:does|do|is|are) (?:the|that|those) (?:\$?\d+|extra|surcharge|number|price|total)/,
  // "What's the reason it's that much?"
  /\breasons?\b[^.?!]{0,40}\b(?:much|price|cost|expensive|high|surcharge|extra|more|that|so)\b/,
  // "Is there something extra in that?"
  /\b(?:is|are|was|were)(?: there)? (?:(?:some|any)(?:thing| kind of)?|an?|the) (?:\w+ )?(?:extra|surcharge|fee|markup|charge)s?(?: already)? (?:in|included in|inside|part of) (?:that|it|this|there|the (?:price|total))\b/,
  /\b(?:does|do|did) (?:that|it|this|the (?:price|total)) (?:already )?(?:include|contain|have) (?:an?|any|the|some)(?:thing)? (?:\w+ )?(?:extras?|surcharges?|fees?)\b/,
  /\b(?:how (?:does|do|did) (?:that|it|this|you|they) (?:all )?(?:add up|come about|get (?:to|at) (?:that|this|it)|come to (?:that|this)|arrive at)|break (?:it|that|this|the price) down|breakdown|explain (?:the|that|this) (?:price|cost|total|sum|amount)|what (?:is|goes) (?:all )?in(?:to)? (?:that|the) (?:price|total|cost)|what(?:'s| is) that made (?:up )?of)\b/,
] as const;

export const asksWhy = (text: string): boolean => WAYS.some((way) => way.test(text));
