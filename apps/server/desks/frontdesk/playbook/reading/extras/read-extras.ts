import type { Order } from '../../order/order.ts';
import { readCertificate } from './read-certificate.ts';

const without = (words: string): RegExp =>
  new RegExp(
    `\\b(?:take|leave|cut|keep|pull) (?:the |our |my )?(?:${words})\\w* (?:back )?(?:out|off|away)\\b|\\b(?:without|no|not|don'?t (?:need|want)|instead of|rather than|in place of|skip|drop|remove|take off|take out|leave out|cancel|forget|minus|except)\\b[^,.;?!]{0,20}?\\b(?:${words})`,
  );

/** "A one-hour pickup window at 9": a wish for an hour, and no time or day of its own. */
export const PICKUP_HOUR =
  /\b(?:(?:one|1|single)[- ]?hour|(?:choose|pick|decide|determine) (?:the|an?|our|my) (?:pick-?up )?(?:hour|time)(?: of (?:the )?(?:pick-?up|collection))?|(?:chosen|specific|exact|particular) (?:pick-?up )?(?:hour|time))\b(?: (?:pick-?ups?|windows?|slots?|time|frame|collection))*(?:,? (?:at|from|between|around|starting)? ?\d{1,2}(?::\d\d)? ?(?:am\b)?(?: ?(?:-|to|and) ?\d{1,2}(?::\d\d)? ?(?:am\b)?)?(?![/\d]))?/g;

/** Who does it themselves, or has done it. */
const THEMSELVES =
  /\b(?:my|our|your|them|him|her)sel(?:f|ves)\b|\bon (?:my|our) own\b|\b(?:my|our) own (?:un)?pack|\balready (?:been )?(?:all )?packed\b|\b(?:is|are|was|were|be|been|all|get|got|come|comes|being)(?: all| pre-?)? packed\b(?! by)|\bself[- ]pack|\bpre-?packed\b|\b(?:i|we)(?:'ll| will| can|'ve| have| am|'m|'re| are|'d| would)?(?: rather| already| just| all| do| do the| be| doing the| handle the| take care of the)* pack(?:ing|ed)?\b(?! (?:service|by|and unpack\w* (?:by|service))|[^.?!,;]*\b(?:your|you)\b)/;
/** Who else does it: "my sister can do the packing", "the packing is done by friends". */
const BY_OTHERS = [
  /\b(?:my|our|his|her) [a-z]+(?:-in-law)?(?: and (?:my |our |i )?[a-z]*)?(?:'s| is| are| was| has| have| had| can| could| will| would|'ll| wants? to| offered to| likes? to| going to| already| do| does| did)* (?:pack|packs|packing|packed|do|does|doing|done|did|handle|handles|handling|help|helps|helping|take care of|takes care of|see to|sees to)\b/,
  /\b(?:by|from) (?:my|our|some|a) (?:own )?(?:\w+ )?(?:friends?|family|sisters?|brothers?|mother|mom|father|dad|parents|sons?|daughters?|kids|husband|wife|partner|cousins?|nephews?|nieces?|in-laws|assistant|roommates?|neighbou?rs?)\b/,
  /\b(?:friends|family|someone else|somebody else|another company|other people|(?:a|some) friends?(?: of (?:mine|ours))?)(?: can| could| will| would|'ll| is| are| wants? to)* (?:pack|packing|do|does|doing|handle|handling|help|take care of)\b/,
] as const;
const isByOthers = (clause: string): boolean =>
  THEMSELVES.test(clause) || BY_OTHERS.some((pattern) => pattern.test(clause));

const ONLY = "\\b(?:only|just) (?:(?!(?:un)?packing\\b)[a-z']+ ){0,6}";
const ALONE = '(?! (?:and|or|plus|nor)\\b)';
const ONLY_PACKING = new RegExp(`${ONLY}packing\\b${ALONE}|\\bpacking (?:only|alone)\\b`);
const ONLY_UNPACKING = new RegExp(`${ONLY}unpacking\\b${ALONE}|\\bunpacking (?:only|alone)\\b`);
/** "Take both out again, packing and unpacking". */
const BOTH_OUT =
  /\b(?:take|leave|drop|skip|remove|cancel|scratch|cut|strike|forget|without|no|lose)\b[^,.;:?!]{0,20}\b(?:both|them|those|these|all|everything|two)\b[^,.;:?!]{0,20}(?:[,:]| -) ?(?:(?:the|your|that is|so) )*((?:un)?packing)(?:,? (?:and|plus) (?:the )?((?:un)?packing))?/;

/** Packing and unpacking by us. "Just the unpacking" wants no packing. */
function readOrganizing(text: string): Pick<Order, 'packing' | 'unpacking'> {
  const found: Pick<Order, 'packing' | 'unpacking'> = {};
  for (const clause of text.split(/[.?!,;]| but /)) {
    if (/\bpack(?:ing|ed|ers?|s(?= (?:it|them|everything|for)\b|$))?\b/.test(clause)) {
      found.packing = !without('pack(?:ing)?').test(clause) && !isByOthers(clause);
    }
    if (/\bunpack(?:ing|ed|s)?\b/.test(clause)) {
      found.unpacking = !without('unpack(?:ing)?').test(clause) && !isByOthers(clause);
    }
  }
  const [, ...out] = BOTH_OUT.exec(text) ?? [];
  for (const extra of out) {
    if (extra === 'packing' || extra === 'unpacking') found[extra] = false;
  }
  if (ONLY_UNPACKING.test(text)) found.packing = false;
  if (ONLY_PACKING.test(text)) found.unpacking = false;
  return found;
}

/** Packing, unpacking, certificate, chosen hour and same day: true when wanted, false when declined. */
export function readExtras(text: string): Partial<Order> {
  const extras: Partial<Order> = {};
  Object.assign(extras, readOrganizing(text));
  const coi = readCertificate(text);
  if (coi !== undefined) extras.coi = coi;
  if (text.search(PICKUP_HOUR) >= 0) {
    extras.pickupHour = !without(
      '(?:one|1|single|chosen|specific|exact)[- ]?(?:hour|time|pick)',
    ).test(text);
  }
  if (/\bsame[- ]?day\b/.test(text)) extras.sameDay = !without('same[- ]?day').test(text);
  if (/\b(?:no (?:rush|hurry)|not (?:that )?urgent|(?:normal|regular) delivery)\b/.test(text)) {
    extras.sameDay = false;
  }
  return extras;
}

/** What can be added to an order with a word. */
export type Extra = 'coi' | 'packing' | 'unpacking' | 'pickupHour';

const EXTRAS: readonly [Extra, RegExp][] = [
  ['coi', /\b(?:coi|certificates?)\b/],
  ['packing', /\bpacking\b/],
  ['unpacking', /\bunpacking\b/],
  ['pickupHour', new RegExp(PICKUP_HOUR.source)],
];
const WANTS_THAT =
  /\b(?:add|adding|include|needs?|wants?|take|have|put|get|(?<!\b(?:it|that|this|just|exactly|all) )like|requires?|asks? for|do|with) (?:that|it|one|this|those|them|both)\b/;

/** "And with it?" wants its price. */
const WITH_THAT =
  /^(?:(?:and|or|but|so|ok(?:ay)?|then|what about|how about),? )*with (?:it|that|this|them|those|both|all (?:of )?(?:that|it|them)|the extras?)(?: again| too| as well| included| after all| then| added)*[?.!]*$/;

/** The extras a message speaks of. */
export const mentionedExtras = (text: string): Extra[] =>
  EXTRAS.filter(([, pattern]) => pattern.test(text)).map(([extra]) => extra);

/** "Add that, please", of extras that were spoken about just before. */
export function readWantedExtras(text: string, mentioned: readonly Extra[]): Partial<Order> {
  const isWanted = WITH_THAT.test(text) || (WANTS_THAT.test(text) && !text.includes('?'));
  if (mentioned.length === 0 || !isWanted) return {};
  if (/\b(?:don'?t|not|no)\b/.test(text)) return {};
  return Object.fromEntries(mentioned.map((extra) => [extra, true]));
}
