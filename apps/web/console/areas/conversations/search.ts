import { choiceOf, present } from '../../search.ts';

export const outcomes = ['running', 'complete', 'stopped', 'interrupted', 'failed'] as const;
export const customerKinds = ['signed_in', 'visitor'] as const;

/** What the address of this area may hold beside what every place has: the filters of the list. */
export interface ConversationsSearch {
  outcome?: (typeof outcomes)[number];
  customer?: (typeof customerKinds)[number];
}

export const readConversationsSearch = (search: Record<string, unknown>): ConversationsSearch =>
  present({
    outcome: choiceOf(search.outcome, outcomes),
    customer: choiceOf(search.customer, customerKinds),
  });
