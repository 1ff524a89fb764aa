import { PROHIBITED } from '../../goals/signals/policy-signals.ts';
import type { Order } from '../../order/order.ts';
import { goodsOf, kindOf } from './goods.ts';
import { OP } from './goods-signals.ts';

const OWN_WAY =
  /\b(?:my|our)sel(?:f|ves)\b|\bwith (?:me|us)\b|\b(?:stays?|staying)\b|\bat home\b|\b(?:is|are|'s) (?:out|off|gone)\b|\b(?:leave|leaving|left) (?:it|that|them|those)?\b/;
/** Said in answer to a refusal. */
const GOES_ON =
  /^(?:oh|ok(?:ay)?|fine|alright|all right|right|understood|got it|fair enough|sure|then|so|well|too bad|no problem|i see|just|only|no|without)\b|\b(?:then|instead|it is)[.!]*$/;

/** "Then without it, how much?" goes on as well. */
const ASKS_PRICE =
  /\b(?:how much|prices?|costs?|quote|estimate|what (?:would|will) (?:it|that|they))\b/;

const NUMBER = /\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)\b/;

/**
 * What is left of a message once the goods that were refused are taken back in it: "without the
 * wine, just the 3 boxes". Undefined when it does not go on without them.
 */
export function afterRefusal(text: string, refused: string, known: Order): string | undefined {
  if (text.includes('?') && !ASKS_PRICE.test(text)) return undefined;
  const kept = new Set(goodsOf(known).flatMap(({ kind, name }) => [kind, ...name.split(' ')]));
  const spoken = new Set((refused.match(/[a-z]{4,}/g) ?? []).filter((word) => !kept.has(word)));
  const isOfRefused = (words: string): boolean =>
    PROHIBITED.test(words) ||
    (words.match(/[a-z]{4,}/g) ?? []).some((word) => spoken.has(word) && !LITTLE.has(word));
  let isTaken = false;
  const rest = text
    .split(/(?<=[.!;,:])(?= )| but /)
    .map((clause) => {
      const taken = [...clause.matchAll(OP)].findLast(({ groups }) => groups?.take !== undefined);
      const from = taken?.index ?? (OWN_WAY.test(clause) ? 0 : undefined);
      if (from === undefined || !isOfRefused(clause.slice(from))) return clause;
      isTaken = true;
      return `${clause.slice(0, from)}.`;
    })
    .join(' ')
    .replace(/ {2,}/g, ' ');
  if (PROHIBITED.test(rest)) return undefined;
  const isOfKept = rest.match(/[a-z]+/g)?.some((word) => kept.has(kindOf(word))) === true;
  if (isTaken) return kept.size > 0 || NUMBER.test(rest) ? rest : undefined;
  return GOES_ON.test(text) && (isOfKept || NUMBER.test(rest)) ? rest : undefined;
}

/** Words that any two messages share. */
const LITTLE = new Set(
  'with from that this them they then just only please book send move ship want need like have some same delivery december january february booking order standard mini petite full items bags boxes pieces suitcases'.split(
    ' ',
  ),
);
