import { sayDay, sayList, sayMoney } from '@deskbell/clerk';
import type { Business } from '../../../../bookings/business.ts';
import { priceInput } from '../order/tool-inputs.ts';
import { sentencesOf } from '../wording.ts';
import type { Part, Turn } from './flow.ts';
import { sayWhat } from './say-estimate.ts';

const MOST_DAYS = 3;

/** The single days a message weighs against each other, such as "dec 5 or dec 6". */
export function weighedDays({ memory: { heard }, now }: Turn): string[] {
  if (!/\b(?:or|versus|vs|than|cheap\w*|better|compare\w*|difference)\b/.test(heard.text))
    return [];
  const single = heard.days.filter(({ first, last }) => first !== '' && first === last);
  const days = [...new Set(single.map(({ first }) => first))].filter((day) => day > now.today);
  return days.length > 1 && days.length <= MOST_DAYS ? days : [];
}

/** One order's price on each of several days; undefined while a call is open. */
export function priceDays(
  turn: Turn,
  business: Business,
  days: readonly string[],
): Part | undefined {
  const { order, told } = turn.memory;
  const outcomes = days.map((day) =>
    turn.use('get_pricing_estimate', priceInput(order, business, day)),
  );
  const prices: { day: string; total: number }[] = [];
  let what = '';
  let disclaimer = '';
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome === undefined) return undefined;
    const total = outcome.ok ? outcome.value.estimated_total : undefined;
    const day = days[index];
    if (!outcome.ok || typeof total !== 'number' || day === undefined) {
      return { text: 'I can price one day at a time.', question: 'Which day shall I take first?' };
    }
    prices.push({ day, total });
    what = sayWhat(order, business, outcome.value);
    if (typeof outcome.value.disclaimer === 'string') disclaimer = outcome.value.disclaimer;
  }
  const least = Math.min(...prices.map(({ total }) => total));
  const name = (day: string): string => sayDay(day, turn.now.today);
  const verdict = prices.every(({ total }) => total === least)
    ? 'It costs the same on each.'
    : `The cheapest is ${sayMoney(least)}.`;
  return {
    text: [
      `For ${what}, I estimate ${sayList(prices.map(({ day, total }) => `${sayMoney(total)} on ${name(day)}`))}.`,
      verdict,
      ...sentencesOf(disclaimer).filter((sentence) => !told.has(sentence)),
    ].join(' '),
    question: 'Which day would you like?',
  };
}
