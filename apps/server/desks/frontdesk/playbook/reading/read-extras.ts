import type { Order } from '../order.ts';

const without = (words: string): RegExp =>
  new RegExp(
    `\\b(?:take|leave|cut|keep|pull) (?:the |our |my )?(?:${words})\\w* (?:back )?(?:out|off|away)\\b|\\b(?:without|no|not|don'?t (?:need|want)|skip|drop|remove|take off|take out|leave out|cancel|forget|minus|except)\\b[^,.;?!]{0,20}?\\b(?:${words})`,
  );

/** "A one-hour pickup window at 9": a wish for an hour, and no time or day of its own. */
export const PICKUP_HOUR =
  /\b(?:(?:one|1|single)[- ]?hour|(?:chosen|specific|exact|particular) (?:pick-?up )?(?:hour|time))\b(?: (?:pick-?ups?|windows?|slots?|time|frame|collection))*(?:,? (?:at|from|between|around|starting)? ?\d{1,2}(?::\d\d)? ?(?:am\b)?(?: ?(?:-|to|and) ?\d{1,2}(?::\d\d)? ?(?:am\b)?)?(?![/\d]))?/g;

/** Who asks for a certificate. */
const OF_BUILDING =
  /\b(?:building|landlord|management|co-?op|condo|super|board|doorman|insurance|requires?|needs?)\b/;

/** Who does it themselves, or has done it. */
const THEMSELVES =
  /\b(?:my|our|your|them|him|her)sel(?:f|ves)\b|\bon (?:my|our) own\b|\b(?:my|our) own (?:un)?pack|\balready (?:been )?(?:all )?packed\b|\b(?:is|are|was|were|be|been|all|get|got|come|comes|being)(?: all| pre-?)? packed\b(?! by)|\bself[- ]pack|\bpre-?packed\b|\b(?:i|we)(?:'ll| will| can|'ve| have| am|'m|'re| are|'d| would)?(?: rather| already| just| all| do| do the| be| doing the| handle the| take care of the)* pack(?:ing|ed)?\b(?! (?:service|by|and unpack\w* (?:by|service))|[^.?!,;]*\b(?:your|you)\b)/;
const ONLY_PACKING =
  /\b(?:only|just) (?:the |for |with |your )*packing\b|\bpacking (?:only|alone)\b/;
const ONLY_UNPACKING =
  /\b(?:only|just) (?:the |for |with |your )*unpacking\b|\bunpacking (?:only|alone)\b/;

/** Packing and unpacking by us. "Just the unpacking" wants no packing. */
function readOrganizing(text: string): Pick<Order, 'packing' | 'unpacking'> {
  const found: Pick<Order, 'packing' | 'unpacking'> = {};
  for (const clause of text.split(/[.?!,;]| but /)) {
    if (/\bpack(?:ing|ed|ers?|s(?= (?:it|them|everything|for)\b|$))?\b/.test(clause)) {
      found.packing = !without('pack(?:ing)?').test(clause) && !THEMSELVES.test(clause);
    }
    if (/\bunpack(?:ing|ed|s)?\b/.test(clause)) {
      found.unpacking = !without('unpack(?:ing)?').test(clause) && !THEMSELVES.test(clause);
    }
  }
  if (ONLY_UNPACKING.test(text)) found.packing = false;
  if (ONLY_PACKING.test(text)) found.unpacking = false;
  return found;
}

/** Packing, unpacking, certificate, chosen hour and same day: true when wanted, false when declined. */
export function readExtras(text: string): Partial<Order> {
  const extras: Partial<Order> = {};
  const isRule =
    /\b(?:do i (?:need|have)|what(?:'s| is| are) (?:an? |the |your |that |this )?(?:coi|certificate)|who (?:provides|issues)|how do(?:es)? (?:i|it|the)|is (?:a |the )?(?:coi|certificate)|tell me about|explain)\b/.test(
      text,
    );
  Object.assign(extras, readOrganizing(text));
  const isOfBuilding =
    /\b(?:include|add|with|want) (?:the|a|that) certificates?\b/.test(text) ||
    (/\bcertificates?\b/.test(text) && OF_BUILDING.test(text));
  if (isOfBuilding || /\b(?:coi|certificate of insurance|insurance certificate)\b/.test(text)) {
    const isOff = without('coi|certificate').test(text);
    const isWanted =
      /\b(?:with|plus|and|add|adding|include|including|incl|need|needs|requires?|required|wants?|asks? for|also)\b(?:\W+\w+){0,4}?\W+(?:coi|certificate)|\bcoi (?:too|as well|included|required|needed|please)\b|\b(?:coi|certificates?)\b(?: of insurance)?[^.?!]{0,12}\b(?:necessary|required|needed|mandatory|a must|obligatory)\b|(?:^|, ?)(?:a )?(?:coi|certificate of insurance)(?=,|$)|\b(?:coi|certificate of insurance)$/.test(
        text,
      );
    if (isOff) extras.coi = false;
    else if (isWanted && !isRule) extras.coi = true;
  }
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
export type Extra = 'coi' | 'packing' | 'unpacking';

const EXTRAS: readonly [Extra, RegExp][] = [
  ['coi', /\b(?:coi|certificates?)\b/],
  ['packing', /\bpacking\b/],
  ['unpacking', /\bunpacking\b/],
];
const WANTS_THAT =
  /\b(?:add|adding|include|needs?|wants?|take|have|put|get|like|requires?|asks? for|do|with) (?:that|it|one|this|those|them|both)\b/;

/** The extras a message speaks of. */
export const mentionedExtras = (text: string): Extra[] =>
  EXTRAS.filter(([, pattern]) => pattern.test(text)).map(([extra]) => extra);

/** "Add that, please", of extras that were spoken about just before. */
export function readWantedExtras(text: string, mentioned: readonly Extra[]): Partial<Order> {
  if (mentioned.length === 0 || !WANTS_THAT.test(text) || /\?/.test(text)) return {};
  if (/\b(?:don'?t|not|no)\b/.test(text)) return {};
  return Object.fromEntries(mentioned.map((extra) => [extra, true]));
}
