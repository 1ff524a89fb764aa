import type { Rule } from '../rule.ts';
import type { Situation } from '../situation.ts';

/** "Make it 4": a detail of what was handed over is told anew. */
export const changesHandedOver: Rule<Situation> = ({ memory, changed, isQuestion }) =>
  memory.handedOff !== undefined && changed.size > 0 && !isQuestion ? ['booking'] : undefined;

const ASKS_PRICE = /\b(?:how much|costs?|prices?|priced|total|quote|estimate)\b/;
/** "Can we make that 4?", "can you do the packing? Please include it": a change, not a question. */
const WISHES_CHANGE =
  /\bplease (?:also )?(?:add|include|put|change|make|do|update|note|move|remove|take)\b|\b(?:add|include|put) (?:it|that|them|the|an?|packing|unpacking|both)\b|^(?:and |also |so |ok,? |hm+,? )*(?:can|could|would|will|may) (?:we|you|i|it) (?:please |also |just )*(?:make|change|add|include|move|switch|push|put|have|do|be|remove|take|bring)\b(?![^?]*\b(?:cost|how much|price|free|available)\b)/;

/** What was handed over is wished otherwise, in a question. */
export const wishesHandedOverChanged: Rule<Situation> = ({ memory, text }) => {
  const { order, handedOff } = memory;
  const isOther = handedOff !== undefined && JSON.stringify(order) !== JSON.stringify(handedOff);
  if (!isOther || ASKS_PRICE.test(text)) return undefined;
  const sentences = text.split(/(?<=[.!;:]) /);
  return sentences.some((sentence) => WISHES_CHANGE.test(sentence)) ? ['booking'] : undefined;
};
