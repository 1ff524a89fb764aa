import type { Goal, Memory } from '../memory.ts';
import type { Details } from '../reading/read-details.ts';

const ASKS =
  /\?|\bhow (?:much|many)\b|^(?:(?:and|so|but),? )*(?:how|what|when|where|which|who|why|can|could|do|does|is|are|will|would)\b/;
const TAKES =
  /\b(?:then|please|pls|take|go (?:with|for)|it is|let'?s|prefer|rather|fine|good|great|perfect|ok(?:ay)?|works|better|deal|done)\b/;
const OF_WHAT_WAS_OFFERED: readonly Goal[] = ['price', 'availability', 'booking'];

/** "Then change it to that one", of a booking that something else was priced for. */
const CHANGES_TO_THAT =
  /\b(?:change|update|switch|move|make|put|upgrade|correct)(?: (?:it|that|this|the booking|my booking|me|us))? (?:to|into|with) (?:that|this|it|the (?:\w+ ){0,2}(?:one|move|size|package))\b|\b(?:change|update|switch|correct) (?:it|that|this|the booking)(?: (?:then|please|accordingly|like that))*[.!]*$/;
const isOther = ({ order, handedOff }: Pick<Memory, 'order' | 'handedOff'>): boolean =>
  handedOff !== undefined && JSON.stringify(order) !== JSON.stringify(handedOff);

/** "Then the Friday please", after an offer to book for Friday: a yes in its own words. */
export function acceptsOffer(
  { asked, order, handedOff, heard }: Memory,
  text: string,
  { details, real }: { details: Details; real: readonly Goal[] },
): boolean {
  const isOffered = asked === 'offer_booking' || isOther({ order, handedOff });
  if (isOffered && CHANGES_TO_THAT.test(text) && !ASKS.test(text)) return true;
  if (asked !== 'offer_booking' || heard.changed.size > 0 || ASKS.test(text)) return false;
  if (!real.every((goal) => OF_WHAT_WAS_OFFERED.includes(goal))) return false;
  if (details.zips.length > 0 || details.places.length > 0) return false;
  const days = details.days.filter(({ first }) => first !== '');
  const isSameDay =
    days.length > 0 && days.every(({ first, last }) => first === last && first === order.day);
  return isSameDay && (handedOff !== undefined || TAKES.test(text));
}
