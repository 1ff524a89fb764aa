import type { Business } from '../../../../../bookings/business.ts';
import type { Order } from '../../order/order.ts';
import { readSpecialty } from '../goods/read-specialty.ts';

const ONLY = /\b(?:just|only|nothing but)\b(?:(?! (?:and|or)\b) [a-z']+){0,5} ?$/;
/** "How much is the peloton by itself?" */
const ALONE = /^(?:[a-z]+ ){1,3}(?:alone|by (?:itself|themselves)|on (?:its|their) own)\b/;
const ONLY_PIECES =
  /\b(?:just|only|nothing but)\b(?: [a-z']+){0,3}? (?:the|my|our|those|these) (?:other )?(?:\w+ )?(?:bags?|suitcases?|boxes|luggage|items?|pieces|things|duffels?)\b/;
const ADDS = /\b(?:plus|add|also|another|too|as well)\b/;

/** "Just the peloton": what is wanted of it all, and the details that go. */
export function readNarrowed(
  text: string,
  business: Business,
): { order: Partial<Order>; dropped: (keyof Order)[] } {
  const { description, index } = readSpecialty(text, business);
  if (ADDS.test(text)) return { order: {}, dropped: [] };
  // "Only one wardrobe box" says how many.
  const isOnly = ONLY.test(text.slice(0, index)) || ALONE.test(text.slice(index).trim());
  const isNumber = /^(?:\d|one|two|three|four|five|six|an?\b)/.test(description);
  if (description !== '' && !isNumber && isOnly) {
    return {
      order: { service: 'standard_delivery', specialty: description },
      dropped: ['count', 'pieces', 'tier', 'packing', 'unpacking'],
    };
  }
  const isPieces = description === '' && ONLY_PIECES.test(text);
  return { order: {}, dropped: isPieces ? ['specialty'] : [] };
}
