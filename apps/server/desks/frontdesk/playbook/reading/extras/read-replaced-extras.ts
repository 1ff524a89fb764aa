import type { Order } from '../../order/order.ts';
import { mentionedExtras } from './read-extras.ts';

const ORGANIZING = ['packing', 'unpacking'] as const;
const EXTRAS = [...ORGANIZING, 'coi', 'pickupHour'] as const;

/** "Swap the packing for unpacking": the first goes, the second comes. */
const SWAPS =
  /\b(?:swap|switch|exchange|trade|replace|change|substitute)\b[^.?!]{0,20}?\b(packing|unpacking)\b[^.?!]{0,15}?\b(?:for|with|to|by|into)\b[^.?!]{0,12}?\b(packing|unpacking)\b/;
const INSTEAD = /\binstead\b(?! of)|\brather(?= (?:the )?(?:un)?packing\b)(?! than)/;
/** "And without either?", "just the plain move". */
const PLAIN = [
  /\b(?:without|minus|not|no) (?:either|both|any|all|them|those|these|it|that|(?:any |all )?(?:the |those |these )?extras?|anything (?:extra|else)|any of (?:it|that|them|those|these)|either of (?:them|those|the two)|the (?:two|service|services|help))(?=$|[ ,.?!;])/,
  /^(?:(?:and|or|but|so|ok(?:ay)?|then|no|nope|hm+|sorry|actually|what about|how about|with),? )*(?:neither|none|nothing)(?: of (?:them|those|these|the two|it|that))?(?=$|[ ,.?!;])(?! (?:of|the)\b)/,
  /^(?:(?:and|or|but|so|ok(?:ay)?|then|what about|how about),? )*(?:without|with nothing(?: extra| else)?|with no extras?)(?: then| now)?[?.!]*$/,
  /\b(?:just|only) (?:the |a )?(?:plain |bare |pure |simple )?(?:transport|moving|move|(?:petite|standard|full) move)(?: itself| alone| only| on its own| by itself)?(?=$|[,.?!;]| (?:then|please|instead|for|without|from|and nothing)\b)/,
  /\b(?:the|a) (?:plain|bare|basic|simple) (?:petite |standard |full )?(?:mini )?(?:move|one|version|price)\b|\bmove (?:alone|by itself|on its own|and nothing else)\b/,
  /\b(?:drop|skip|forget|lose|scrap|cancel|remove|leave out|take out|take off|leave off|cut) (?:both|all (?:of )?(?:that|it|them)|them both|(?:all )?(?:the |those |these )?extras?|both of them|the two)\b/,
] as const;
/** "Without it": what was spoken about last. */
const WITHOUT_IT =
  /\b(?:without|minus) (?:it|that|this|them|those|these)(?=$|[ ,.?!;])|\b(?:do|go|manage|live|be fine) without(?: (?:it|that))?(?=$|[,.!?;])/;
const PIECES = /\b(?:items?|bags?|box(?:es)?|suitcases?|pieces?)\b/;

/** Extras of a priced move that a message replaces, or takes back without naming them. */
export function readReplacedExtras(
  text: string,
  known: Order,
  said: Partial<Order>,
  mentioned: readonly string[] = [],
): Pick<Order, 'packing' | 'unpacking' | 'coi' | 'pickupHour'> {
  const swap = SWAPS.exec(text);
  const [, gone, comes] = swap ?? [];
  if (gone !== undefined && comes !== undefined && gone !== comes) {
    return gone === 'packing'
      ? { packing: false, unpacking: true }
      : { packing: true, unpacking: false };
  }
  const [named, ...more] = ORGANIZING.filter((extra) => said[extra] === true);
  if (named !== undefined && more.length === 0 && INSTEAD.test(text)) {
    const other = named === 'packing' ? 'unpacking' : 'packing';
    return known[other] === true ? { [other]: false } : {};
  }
  // "The packing is too expensive. Without it?"
  const without = WITHOUT_IT.exec(text);
  const spoken = without === null ? [] : mentionedExtras(text.slice(0, without.index));
  const dropped = spoken.filter((extra) => known[extra] === true);
  if (dropped.length > 0) return Object.fromEntries(dropped.map((extra) => [extra, false]));
  const wanted = EXTRAS.filter((extra) => known[extra] === true);
  if (wanted.length === 0 || EXTRAS.some((extra) => said[extra] !== undefined)) return {};
  if (WITHOUT_IT.test(text) && mentioned.length > 0) {
    return Object.fromEntries(
      wanted.filter((extra) => mentioned.includes(extra)).map((extra) => [extra, false]),
    );
  }
  if (PIECES.test(text) || !PLAIN.some((pattern) => pattern.test(text))) return {};
  return Object.fromEntries(wanted.map((extra) => [extra, false]));
}
