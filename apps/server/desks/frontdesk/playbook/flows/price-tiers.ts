import { sayDay, sayList, sayMoney } from '@deskbell/clerk';
import type { Business } from '../../../../bookings/business.ts';
import { serviceOf, type Tier } from '../order/order.ts';
import { priceInput } from '../order/tool-inputs.ts';
import { readTiers } from '../reading/services/read-choice.ts';
import { sentencesOf } from '../wording.ts';
import type { Part, Turn } from './flow.ts';

const EACH =
  /\b(?:each|both|either|they|these|those|them|all (?:three|of (?:them|those|these)|the sizes)|the (?:two|three))\b/;

/** "And both with a certificate?": all that was priced side by side. */
export const namesEach = (text: string): boolean => EACH.test(text) && !ONE_OF.test(text);

/** "The smaller of those two" is one. */
const ONE_OF =
  /\b(?:one|first|second|third|last|smaller|smallest|bigger|biggest|larger|largest|cheaper|cheapest|former|latter|which)(?: one)? of (?:the|these|those|them)\b/;

/** The sizes of a move whose prices a message asks for side by side. */
export function weighedTiers(
  { memory: { heard, choices, order } }: Turn,
  business: Business,
): Tier[] {
  const { text } = heard;
  if (readTiers(text).length > 1 && order.tier === undefined) return readTiers(text);
  if (!namesEach(text) || readTiers(text).length === 1) return [];
  if (choices?.of === 'tier') return [...choices.values];
  const isMove =
    serviceOf(order) === 'mini_move' && /\b(?:sizes?|moves?|tiers?|packages?)\b/.test(text);
  return isMove ? business.mini_move.tiers.map(({ tier }) => tier) : [];
}

/** One order's price in each of several sizes; undefined while a call is open. */
export function priceTiers(
  turn: Turn,
  business: Business,
  tiers: readonly Tier[],
): Part | undefined {
  const { order, told } = turn.memory;
  const { today } = turn.now;
  const day = order.day !== undefined && order.day >= today ? order.day : undefined;
  const outcomes = tiers.map((tier) =>
    turn.use(
      'get_pricing_estimate',
      priceInput({ ...order, service: 'mini_move', tier }, business, day),
    ),
  );
  const prices: string[] = [];
  let disclaimer = '';
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome === undefined) return undefined;
    const total = outcome.ok ? outcome.value.estimated_total : undefined;
    if (!outcome.ok || typeof total !== 'number') {
      return {
        text: 'I can price one size at a time.',
        question: 'Which size shall I take first?',
      };
    }
    const size = business.mini_move.tiers.find(({ tier }) => tier === tiers[index]);
    prices.push(
      `${sayMoney(total)} for the ${size?.name ?? tiers[index]} (${size?.pieces} pieces)`,
    );
    if (typeof outcome.value.disclaimer === 'string') disclaimer = outcome.value.disclaimer;
  }
  const when = day === undefined ? '' : ` on ${sayDay(day, today)}`;
  return {
    text: [
      `I estimate ${sayList(prices)}${when}.`,
      ...sentencesOf(disclaimer).filter((sentence) => !told.has(sentence)),
    ].join(' '),
    question: 'Which size would you like?',
  };
}
