import { sayCount, sayDay, sayMoney } from '@deskbell/clerk';
import type { ServiceType } from '../../../../bookings/booking.ts';
import type { Business } from '../../../../bookings/business.ts';
import { moveSizeFor, refuseMoveSize } from '../../../../bookings/move-size.ts';
import type { Memory } from '../memory.ts';
import { LARGEST_DELIVERY, type Order } from '../order/order.ts';
import { priceInput } from '../order/tool-inputs.ts';
import { readTiers } from '../reading/services/read-choice.ts';
import { cents, contact, sentencesOf } from '../wording.ts';
import type { Part, Turn } from './flow.ts';
import { namesEach } from './price-tiers.ts';

/** A question that weighs a delivery against a move. */
export const COMPARES =
  /\b(?:cheap\w*|better|less expensive|compare\w*|difference|or|vs\.?|versus)\b/;
const SENDS =
  /\b(?:deliver(?:y|ies|ed|ing)?|send(?:ing)?|ship(?:ping)?|single items?|per item|by the (?:item|piece))\b/;
/** The service, and not how or where something is delivered. */
const DELIVERY =
  /\b(?:standard|single|plain|normal|regular|simple) deliver(?:y|ies)\b|\b(?:a|as|by|the|for|and|versus|with) deliver(?:y|ies)\b(?! (?:to|in|at|on|address|zip|date|day|is|time|window))|\bdelivery (?:and|or|versus|vs)\b|\bdelivery,/;
const MOVE = /\b(?:petite|mini|(?:standard|full) move|moves?)\b/;
const SIDE_BY_SIDE = /\b(?:and|both|each|either|against|one|other)\b|[:,?]/;

/** Whether a message names both services that take ordinary pieces. */
export const namesBothServices = (text: string): boolean =>
  MOVE.test(text) &&
  ((COMPARES.test(text) && SENDS.test(text)) || (DELIVERY.test(text) && SIDE_BY_SIDE.test(text)));

/** "And both on Saturday?", of the two services that were priced side by side. */
export const weighsServices = ({ heard, choices, priced }: Memory): boolean =>
  namesBothServices(heard.text) ||
  (choices?.of === 'service' && namesEach(heard.text)) ||
  weighsOther(heard.text, priced.at(-1)?.input.service_type) !== undefined;

/** "Would it be cheaper as a delivery?", of a move that was priced: the service it is weighed against. */
function weighsOther(text: string, priced: unknown): ServiceType | undefined {
  if (!text.includes('?') || !IS_WORTH.test(text)) return undefined;
  if (priced === 'mini_move' && (DELIVERY.test(text) || /\bby the (?:piece|item)\b/.test(text))) {
    return 'standard_delivery';
  }
  return priced === 'standard_delivery' && MOVE.test(text) ? 'mini_move' : undefined;
}
const IS_WORTH = /\b(?:cheaper|less|better|save|worth|pay off|more)\b/;

/**
 * Both prices of a number of pieces, for a customer who weighs one service against the other;
 * undefined while a call is open. What is asked about or recommended is priced last, so that it goes on.
 */
export function compareServices(turn: Turn, business: Business, count: number): Part | undefined {
  const { order, told } = turn.memory;
  const size = sizeOf(turn, business, count);
  if (size === undefined) {
    return { text: `For ${count} pieces we make a custom quote: please ${contact(business)}.` };
  }
  const day = order.day !== undefined && order.day >= turn.now.today ? order.day : undefined;
  const ask = (changes: Order) =>
    turn.use(
      'get_pricing_estimate',
      priceInput({ ...withoutService(order), count, ...changes }, business, day),
    );
  const isMove = count > LARGEST_DELIVERY;
  const goesOn =
    weighsOther(turn.memory.heard.text, turn.memory.priced.at(-1)?.input.service_type) ??
    (isMove ? 'mini_move' : 'standard_delivery');
  const isMoveLast = goesOn === 'mini_move';
  const askMove = () => ask({ service: 'mini_move', tier: size.tier.tier });
  const askDelivery = () => ask({ service: 'standard_delivery' });
  const first = isMoveLast ? askDelivery() : askMove();
  const second = isMoveLast ? askMove() : askDelivery();
  if (first === undefined || second === undefined) return undefined;
  const [delivery, move] = isMoveLast ? [first, second] : [second, first];
  const amountOf = (outcome: typeof first): number | undefined =>
    outcome.ok && typeof outcome.value.estimated_total === 'number'
      ? outcome.value.estimated_total
      : undefined;
  const [deliveryTotal, moveTotal] = [amountOf(delivery), amountOf(move)];
  if (deliveryTotal === undefined || moveTotal === undefined) {
    return { text: `I couldn't price both just now; please ${contact(business)}.` };
  }
  const disclaimer = move.ok ? String(move.value.disclaimer ?? '') : '';
  const cheaper =
    deliveryTotal === moveTotal
      ? 'Both cost the same.'
      : `The ${deliveryTotal < moveTotal ? 'Standard Delivery' : size.tier.name} is cheaper.`;
  const advice = isMove
    ? `From ${LARGEST_DELIVERY + 1} pieces on a Mini Move is usual.`
    : `Up to ${LARGEST_DELIVERY} pieces usually go by Standard Delivery.`;
  return {
    text: [
      `For ${sayCount(count, 'piece')}${day === undefined ? '' : ` on ${sayDay(day, turn.now.today)}`}, Standard Delivery is an estimated ${sayMoney(deliveryTotal)} and the ${size.tier.name} ${sayMoney(moveTotal)}.`,
      cheaper,
      advice,
      ...sentencesOf(disclaimer).filter((sentence) => !told.has(sentence)),
    ].join(' '),
    question: 'Which service would you like to book?',
  };
}

/** The size that is named and takes the pieces, or else the one they come to. */
function sizeOf(
  { memory: { heard, choices } }: Turn,
  business: Business,
  count: number,
): ReturnType<typeof moveSizeFor> {
  const [tier = choices?.of === 'service' ? choices.tier : undefined] = readTiers(heard.text);
  const named = business.mini_move.tiers.find((entry) => entry.tier === tier);
  const isTooSmall =
    named === undefined || refuseMoveSize(business, { tier: named, pieces: count }) !== undefined;
  return isTooSmall ? moveSizeFor(business, count) : { tier: named, isStated: true };
}

function withoutService({ service: _service, tier: _tier, ...order }: Order): Order {
  return order;
}

/** What is usual for a delivery of many pieces: a Mini Move, with its price. */
export function sayUsualMove(order: Order, business: Business): string | undefined {
  const { count } = order;
  if (order.service !== 'standard_delivery' || count === undefined || count <= LARGEST_DELIVERY)
    return undefined;
  const size = moveSizeFor(business, count);
  if (size === undefined) {
    return `For so many pieces we make a custom quote: please ${contact(business)}.`;
  }
  return `From ${LARGEST_DELIVERY + 1} pieces on a Mini Move is usual: the ${size.tier.name} (${size.tier.pieces} pieces) is ${cents(size.tier.basePriceCents)}.`;
}
