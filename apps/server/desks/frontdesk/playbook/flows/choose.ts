import { sayCount } from '@deskbell/clerk';
import { LARGEST_DELIVERY, serviceOf, tierOf } from '../order/order.ts';
import { readHousehold } from '../reading/services/read-household.ts';
import { cents, sayTiers } from '../wording.ts';
import { namesBothServices } from './compare-services.ts';
import { fitSize } from './fit-size.ts';
import type { Flow } from './flow.ts';

const FEWER = /\b(?:fewer|less) than (?:\d{1,2}|[a-z]+)\b|\bunder \d{1,2}\b/;

/** Recommends one service for what is to be moved. */
export const choose: Flow = (turn, business) => {
  const { order } = turn.memory;
  const { standard_delivery, mini_move, blade_transfer } = business;
  if (serviceOf(order) === 'blade_transfer' || order.airport !== undefined) {
    return {
      text: `For a trip to or from an airport I recommend our Airport Transfer: ${cents(blade_transfer.pricePerBagCents)} a bag, ${sayCount(blade_transfer.minimumBags, 'bag')} at least.`,
      offer: 'Shall I start a booking?',
    };
  }
  const { text: asked } = turn.memory.heard;
  // "For fewer than 8 things": not eight.
  const count = order.count === undefined || !FEWER.test(asked) ? order.count : order.count - 1;
  // A move that is only weighed against a delivery is not chosen yet.
  const isHousehold = order.service === 'mini_move' && !namesBothServices(asked);
  if (count !== undefined && count <= LARGEST_DELIVERY && !isHousehold) {
    order.service = 'standard_delivery';
    delete order.tier;
    return {
      text: `For ${sayCount(count, 'item')} I recommend Standard Delivery: ${cents(standard_delivery.pricePerItemCents)} an item, with a minimum charge of ${cents(standard_delivery.minimumChargeCents)}.`,
      offer: 'Would you like a price estimate?',
    };
  }
  if (count !== undefined) {
    order.service = 'mini_move';
    const { note, refusal } = fitSize(turn, business);
    if (refusal !== undefined) return { text: refusal };
    const tier = mini_move.tiers.find((entry) => entry.tier === tierOf(order, business));
    if (tier !== undefined) {
      return {
        text: `${note === undefined || turn.memory.heard.goals.includes('price') ? '' : `${note} `}For ${sayCount(count, 'piece')} I recommend a Mini Move, the ${tier.name} (${tier.pieces} pieces, ${tier.household}), from ${cents(tier.basePriceCents)}.`,
        offer: 'Would you like a price estimate?',
      };
    }
  }
  const people = readHousehold(turn.memory.heard.text);
  const size = mini_move.tiers.find(({ tier }) => tier === order.tier);
  if (people !== undefined && size !== undefined) {
    return {
      text: `For a household of ${people} I recommend the ${size.name} (${size.pieces} pieces, ${size.household}), from ${cents(size.basePriceCents)}.`,
      offer: 'Would you like a price estimate?',
    };
  }
  const isComparison =
    /\bmini\b|\b(?:petite|standard|full) move\b/.test(turn.memory.heard.text) &&
    /\bdeliver/.test(turn.memory.heard.text);
  if (isHousehold && !isComparison) {
    const isUnsure = /\b(?:not sure|don't know|no idea|unsure)\b/.test(turn.memory.heard.text);
    return {
      text: `A Mini Move is for a household or ${LARGEST_DELIVERY + 1} pieces and more. It comes in three sizes: ${sayTiers(business)}.`,
      question: isUnsure ? 'About how many pieces is it?' : 'Which size would you like?',
    };
  }
  if (order.specialty !== undefined) {
    return {
      text: `Your ${order.specialty} goes with Standard Delivery as a specialty item.`,
      offer: 'Would you like a price estimate?',
    };
  }
  return {
    text: `${turn.vary('Happy to help with that.', 'Gladly.')} For up to ${LARGEST_DELIVERY} items, Standard Delivery is the right service; from ${LARGEST_DELIVERY + 1} items, or for a household, a Mini Move; and for bags to or from an airport, the Airport Transfer.`,
    question: 'How many items is it?',
  };
};
