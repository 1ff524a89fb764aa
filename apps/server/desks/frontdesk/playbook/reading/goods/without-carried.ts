import { NUMBER_WORDS } from '@deskbell/clerk';
import { BAGS, ITEMS } from './piece-nouns.ts';

const OTHERS = new RegExp(
  `\\b(?:our|the|my|all|those) (?:other|remaining|rest of (?:our|the|my)) (?:\\d{1,2}|${NUMBER_WORDS}) (?:\\w+ )?(?:${BAGS}|${ITEMS})\\b`,
);
const CARRIED =
  /\b(?:each|apiece|per person|ourselves|myself|hand luggage|carry-?ons?|on (?:the|our|my) (?:plane|flight|train|helicopter|seaplane|bus)|in (?:the|our|my) car|with (?:us|me)|only let|allow(?:s|ed)?)\b/;

/** Without what people carry themselves: "we each take one small bag, please bring our other 6 bags". */
export function withoutCarried(text: string): string {
  const index = text.search(OTHERS);
  return index > 0 && CARRIED.test(text.slice(0, index))
    ? ' '.repeat(index) + text.slice(index)
    : text;
}
