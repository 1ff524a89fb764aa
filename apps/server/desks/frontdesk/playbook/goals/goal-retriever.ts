import { createRetriever, type Retriever } from '@deskbell/clerk';
import type { Business } from '../../../../bookings/business.ts';
import { LIGHT_WORDS, toConcepts } from './concepts.ts';
import { GOAL_PHRASINGS } from './phrasings.ts';
import { POLICY_PHRASINGS } from './policy-phrasings.ts';

/** Finds the goal whose phrasings a request is nearest to. Made once per business. */
export function createGoalRetriever(business: Business): Retriever {
  const goals = Object.entries(GOAL_PHRASINGS).map(([name, phrasings = []]) => ({
    name,
    phrasings,
  }));
  const policies = business.policies.map(({ id, topic }) => ({
    name: `policy:${id}`,
    phrasings: [topic, ...(POLICY_PHRASINGS[id] ?? [])],
  }));
  const topics = [...goals, ...policies].map(({ name, phrasings }) => ({
    name,
    phrasings: phrasings.map((phrasing) => toConcepts(phrasing.toLowerCase())),
  }));
  return createRetriever(topics, 0.52, LIGHT_WORDS);
}
