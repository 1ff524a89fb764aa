import { sayCount, sayDay, sayMoney } from '@deskbell/clerk';
import type { Business } from '../../../../bookings/business.ts';
import { moveSizeFor } from '../../../../bookings/move-size.ts';
import { LARGEST_DELIVERY, type Order } from '../order.ts';
import { priceInput } from '../tool-inputs.ts';
import { cents, contact, sentencesOf } from '../wording.ts';
import type { Part, Turn } from './flow.ts';

/** A question that weighs a delivery against a move. */
export const COMPARES =
  /\b(?:cheap\w*|better|less expensive|compare\w*|difference|or|vs\.?|versus)\b/;

/** Whether a message names both services that take ordinary pieces. */
export const namesBothServices = (text: string): boolean =>
  COMPARES.test(text) &&
  /\b(?:deliver(?:y|ies|ed|ing)?|send(?:ing)?|ship(?:ping)?|single items?|per item|by the (?:item|piece))\b/.test(
    text,
  ) &&
  /\b(?:petite|mini|(?:standard|full) move|moves?)\b/.test(text);

/**
 * Both prices of a number of pieces, for a customer who weighs one service against the other;
 * undefined while a call is open. What is recommended is priced last, so that it goes on.
 */
export function compareServices(turn: Turn, business: Business, count: number): Part | undefined {
  const { order, told } = turn.memory;
  const size = moveSizeFor(business, count);
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
  const askMove = () => ask({ service: 'mini_move', tier: size.tier.tier });
  const askDelivery = () => ask({ service: 'standard_delivery' });
  const first = isMove ? askDelivery() : askMove();
  const second = isMove ? askMove() : askDelivery();
  if (first === undefined || second === undefined) return undefined;
  const [delivery, move] = isMove ? [first, second] : [second, first];
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
