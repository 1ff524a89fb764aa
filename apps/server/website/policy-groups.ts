import type { Policy } from '../bookings/catalogue.ts';

export interface PolicyGroup {
  id: string;
  title: string;
  policies: readonly Policy[];
}

/** Which policies belong together on the page of questions, by their ids. */
const groups: readonly { id: string; title: string; policyIds: readonly string[] }[] = [
  {
    id: 'planning',
    title: 'Planning your trip',
    policyIds: ['areas', 'choose', 'airport', 'courier', 'storage'],
  },
  {
    id: 'packing',
    title: 'What we carry',
    policyIds: ['labels', 'peloton', 'custom', 'prohibited'],
  },
  {
    id: 'the-day',
    title: 'Pickup and delivery',
    policyIds: ['times', 'meet', 'late', 'unattended', 'hotel', 'addbag'],
  },
  {
    id: 'your-order',
    title: 'Your order',
    policyIds: ['edit', 'cancellation', 'insurance', 'coi', 'discounts', 'tipping'],
  },
];

/** All policies, in groups; those that no group names come last, so that none is lost. */
export function groupPolicies(policies: readonly Policy[]): PolicyGroup[] {
  const known = new Set(groups.flatMap(({ policyIds }) => policyIds));
  const grouped = groups.map(({ id, title, policyIds }) => ({
    id,
    title,
    policies: policyIds.flatMap((policyId) => policies.filter((policy) => policy.id === policyId)),
  }));
  const rest = policies.filter(({ id }) => !known.has(id));
  return [...grouped, { id: 'more', title: 'More', policies: rest }].filter(
    (group) => group.policies.length > 0,
  );
}
