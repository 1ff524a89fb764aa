import { NUMBER_WORDS, readNumber } from '@deskbell/clerk';

const NUMBER = `(\\d{1,2}|${NUMBER_WORDS})`;
/** "3 kids' bikes" are no children. */
const NO_GOODS =
  "(?!'|s'| (?:bags?|boxes|items?|suitcases?|pieces?|bikes?|rooms?|toys?|beds?|books?|clothes))\\b";

/** The number of all. */
const ALL = [
  `\\b(?:family|household|party|group) of (?:about )?${NUMBER}\\b`,
  `\\b(?:we are|we're|there are|there's|for|of) ${NUMBER} of us\\b`,
  `\\b${NUMBER} of us\\b`,
  `\\b(?:we are|we're) (?:a |just |only )?${NUMBER}\\b${NO_GOODS}(?! (?:kids?|children|adults?|parents?|boys?|girls?|sons?|daughters?|blocks?|miles?|minutes?|days?|weeks?|hours?|am|pm|stops?)\\b)`,
  `\\b${NUMBER} (?:people|persons|roommates|flatmates)\\b${NO_GOODS}`,
  `\\b${NUMBER}[- ]person (?:family|household)\\b`,
].map((way) => new RegExp(way));

const GROWN = new RegExp(
  `\\b${NUMBER} (?:adults?|parents?|grown-?ups?|grandparents?)\\b${NO_GOODS}`,
);
const CHILDREN = new RegExp(
  `\\b${NUMBER} (?:[a-z]+ )?(?:kids?|children|toddlers?|babies|boys?|girls?|sons?|daughters?|teenagers?|little ones)\\b${NO_GOODS}`,
);
const ONE_CHILD =
  /\b(?:a|one|our|my|the) (?:new |little |newborn )?(?:baby|toddler|newborn|infant|child|kid|son|daughter)\b(?!')/;
const COUPLE =
  /\bcouple\b(?! (?:of|more)\b)|\b(?:my|his|her) (?:wife|husband|partner|boyfriend|girlfriend|fianc[eé]e?|roommate|spouse)\b|\bnewlyweds\b/;
const ALONE =
  /\b(?:just|only) (?:me|myself)\b|\b(?:i live|living|i'm|i am) (?:alone|single|by myself|on my own)\b/;
const OF_US = /\b(?:we|us|our)\b/;

/** How many people a household is, as a message tells it; undefined where it does not. */
export function readHousehold(text: string): number | undefined {
  const numberOf = (way: RegExp): number => readNumber(way.exec(text)?.[1] ?? '') ?? 0;
  for (const way of ALL) {
    const all = numberOf(way);
    if (all > 0) return all;
  }
  const children = numberOf(CHILDREN) || (ONE_CHILD.test(text) ? 1 : 0);
  const grown = numberOf(GROWN) || (COUPLE.test(text) ? 2 : 0);
  if (grown > 0) return grown + children;
  if (numberOf(CHILDREN) > 0) return children + (OF_US.test(text) ? 2 : 1);
  return ALONE.test(text) ? 1 : undefined;
}
