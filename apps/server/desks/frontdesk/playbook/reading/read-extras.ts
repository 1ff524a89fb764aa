import type { Order } from '../order.ts';

const without = (words: string): RegExp =>
  new RegExp(
    `\\b(?:without|no|not|don'?t (?:need|want)|skip|drop|remove|take off|minus|except)\\b[^,.;?!]{0,20}?\\b(?:${words})`,
  );

/** Packing, unpacking, certificate and same day: true when wanted, false when declined. */
export function readExtras(text: string): Partial<Order> {
  const extras: Partial<Order> = {};
  const isRule =
    /\b(?:do i (?:need|have)|what(?:'s| is| are) (?:an? |the |your |that |this )?(?:coi|certificate)|who (?:provides|issues)|how do(?:es)? (?:i|it|the)|is (?:a |the )?(?:coi|certificate)|tell me about|explain)\b/.test(
      text,
    );
  if (
    /\bpack(?:ing|ed|ers?)?\b/.test(text) &&
    !/\bpack(?:ing)? (?:my|own|it|them|the)\b.*\bmyself\b/.test(text)
  ) {
    extras.packing = !without('pack(?:ing)?').test(text);
  }
  if (/\bunpack(?:ing|ed)?\b/.test(text)) extras.unpacking = !without('unpack(?:ing)?').test(text);
  if (/\b(?:coi|certificate of insurance|insurance certificate)\b/.test(text)) {
    const isOff = without('coi|certificate').test(text);
    const isWanted =
      /\b(?:with|plus|and|add|adding|include|including|incl|need|needs|requires?|required|wants?|asks? for|also)\b(?:\W+\w+){0,4}?\W+(?:coi|certificate)|\bcoi (?:too|as well|included|required|needed|please)\b|(?:^|, ?)(?:a )?(?:coi|certificate of insurance)(?=,|$)|\b(?:coi|certificate of insurance)$/.test(
        text,
      );
    if (isOff) extras.coi = false;
    else if (isWanted && !isRule) extras.coi = true;
  }
  if (/\bsame[- ]?day\b/.test(text)) extras.sameDay = !without('same[- ]?day').test(text);
  return extras;
}
