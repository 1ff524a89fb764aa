import type { Reply } from '@deskbell/clerk';
import type { ServiceType } from '../../../../bookings/booking.ts';
import type { Memory } from '../memory.ts';
import type { Choices } from '../reading/services/read-choice.ts';
import type { Tier } from './order.ts';

type Call = Reply['calls'][number];

const totalOf = ({ outcome }: Call): number | undefined => {
  const total = outcome.ok ? outcome.value.estimated_total : undefined;
  return typeof total === 'number' ? total : undefined;
};

const textsOf = (calls: readonly Call[], key: string): string[] =>
  calls.flatMap(({ input }) => {
    const value = input[key];
    return typeof value === 'string' ? value : [];
  });

/** What one reply priced side by side, with its prices; undefined when it was one thing. */
function pricedChoices(calls: readonly Call[]): Choices | undefined {
  const priced = calls.filter(
    (call) => call.tool === 'get_pricing_estimate' && totalOf(call) !== undefined,
  );
  const totals = priced.flatMap((call) => totalOf(call) ?? []);
  const isEach = (values: readonly string[]): boolean =>
    values.length === priced.length && new Set(values).size === values.length;
  if (priced.length < 2) return undefined;
  const services = textsOf(priced, 'service_type');
  if (isEach(services)) {
    const [tier] = textsOf(priced, 'mini_move_tier') as Tier[];
    return { of: 'service', values: services as ServiceType[], tier, totals };
  }
  const tiers = textsOf(priced, 'mini_move_tier');
  if (isEach(tiers)) return { of: 'tier', values: tiers as Tier[], totals };
  const days = textsOf(priced, 'pickup_date');
  return isEach(days) ? { of: 'day', values: days, totals } : undefined;
}

/** Keeps what was priced side by side, or one after the other. */
export function noteChoices(memory: Memory, calls: readonly Call[]): void {
  const priced = calls.filter(
    (call) => call.tool === 'get_pricing_estimate' && totalOf(call) !== undefined,
  );
  const [newest] = priced.slice(-1);
  if (newest === undefined) return;
  const sideBySide = pricedChoices(priced);
  if (sideBySide !== undefined) {
    memory.choices = sideBySide;
    memory.inTurn = undefined;
    memory.priced = [newest];
    return;
  }
  memory.priced = [...memory.priced, newest].slice(-MOST_PRICED);
  const inTurn = memory.priced.map((_, index) => pricedChoices(memory.priced.slice(index)));
  memory.inTurn = inTurn.find((choices) => choices !== undefined) ?? memory.inTurn;
}

/** Of so many prices, one after the other, people still say "the first one". */
const MOST_PRICED = 4;
