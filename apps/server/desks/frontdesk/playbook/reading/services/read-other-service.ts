import type { Question } from '../../memory.ts';
import { LARGEST_DELIVERY, type Order, serviceOf } from '../../order/order.ts';
import { wantsNoMove } from './no-move.ts';

/** What begins a request of its own, rather than a detail of the move that was spoken about. */
const NEW_REQUEST =
  /\b(?:send|sending|ship|shipping|deliver|delivering|delivery)\b|\bhow much\b|\b(?:prices?|costs?|quotes?|estimates?) (?:of|for|to)\b|\bwhat (?:does|do|would|will)\b[^.?!]*\b(?:cost|be)\b/;
/** Pieces that belong to what was spoken about. */
const ADDS =
  /\b(?:with (?:only |just |about |around )?(?:\d|an?\b|one|two|three|four|five|six|seven)|more|another|extra|additional|also|too|add|plus|moves?|moving|mini)\b/;
/** The delivery rather than the move it was weighed against. */
const THE_DELIVERY =
  /\bthe (?:standard )?delivery(?=$|[ ,.!])(?! (?:address|date|day|zip|to|is|in|at|time|window|on|should|goes|from|will))/;
/** "Do them as single items" */
const SINGLY =
  /\b(?:as|by|just|only) (?:the )?(?:single|individual|separate|loose) (?:items?|pieces?|deliver(?:y|ies))\b|\b(?:one by one|individually|piece by piece)\b/;
/** "Then deliver them", of a few pieces; of many it may ask what each costs. */
const BY_THE_PIECE =
  /\b(?:as|by) (?:the |just )?(?:items?|pieces?)\b|\bper (?:item|piece)\b|\b(?:then|just|simply|only|rather|instead) deliver (?:them|those|it|these|the \w+)\b/;
/** "Delivery then", "I prefer the plain delivery". */
const DELIVERY_THEN =
  /^(?:ok(?:ay)?,? |then |so |fine,? |good,? |hm+,? |the |a |let'?s (?:do|take|go with) |i'?ll take |i (?:prefer|want|choose|take) )*(?:the |a )?(?:standard |plain |simple |regular |normal |ordinary )?delivery (?:then|please|instead|it is)\b|\b(?:prefer|rather(?: have)?|go (?:with|for)|take|choose|stick with|do) (?:the |a )?(?:standard |plain |simple |regular |normal |ordinary )?delivery\b(?! (?:to|on|date|day|address))/;
/** "Leave it as a delivery", of what was priced as a transfer or a move. */
const AS_DELIVERY =
  /\b(?:as (?:a |the )?|back to (?:a |the )?|make (?:it|that) (?:a )?|(?:normal|regular|plain|ordinary|just a|only a) )(?:standard |normal |regular |plain )?delivery\b(?! (?:to|on|date|day|address|time|window))/;
const AIRPORT = /\b(?:airport|jfk|kennedy|newark|ewr|terminal|flight|fly\w*|blade|transfers?)\b/;

/**
 * The service of a message that names none and leaves the one spoken about: a few ordinary pieces
 * after the price of a move, or another destination than the airport. A number that answers the
 * clerk's own question about a move stays the move's.
 */
export function readOtherService(options: {
  text: string;
  known: Order;
  order: Partial<Order>;
  asked: Question | undefined;
}): Pick<Order, 'service'> {
  const { text, known, order, asked } = options;
  if (order.service !== undefined || order.tier !== undefined) return {};
  const service = serviceOf(known);
  const { count } = order;
  if (service === 'mini_move' && asked !== 'tier' && asked !== 'count') {
    const isSmall = count !== undefined && count > 0 && count <= LARGEST_DELIVERY;
    // After a price nothing about the pieces was asked, and so few of them go by delivery.
    const isAfterPrice = asked === 'offer_booking' || asked === 'offer_price';
    const isNew = NEW_REQUEST.test(text) || isAfterPrice;
    if (isSmall && isNew && !ADDS.test(text)) return { service: 'standard_delivery' };
  }
  const isDelivery = AS_DELIVERY.test(text) || DELIVERY_THEN.test(text);
  if (service === 'mini_move' && known.count !== undefined && isDelivery) {
    return { service: 'standard_delivery' };
  }
  const isFew = known.count !== undefined && known.count <= LARGEST_DELIVERY;
  const isSingly = SINGLY.test(text) || wantsNoMove(text) || (isFew && BY_THE_PIECE.test(text));
  if (service === 'mini_move' && (known.count ?? count) !== undefined && isSingly) {
    return { service: 'standard_delivery' };
  }
  if (service === 'mini_move' && (known.count ?? LARGEST_DELIVERY + 1) <= LARGEST_DELIVERY) {
    if (THE_DELIVERY.test(text)) return { service: 'standard_delivery' };
  }
  if (service === 'blade_transfer' && isDelivery && !AIRPORT.test(text)) {
    return {
      service: (count ?? known.count ?? 0) > LARGEST_DELIVERY ? 'mini_move' : 'standard_delivery',
    };
  }
  if (service === 'blade_transfer' && known.direction === 'to_airport') {
    const delivery = order.deliveryZip ?? order.deliveryPlace ?? order.deliveryLine;
    if (delivery !== undefined && asked !== 'delivery_zip' && !AIRPORT.test(text)) {
      return {
        service: (count ?? known.count ?? 0) > LARGEST_DELIVERY ? 'mini_move' : 'standard_delivery',
      };
    }
  }
  return {};
}
