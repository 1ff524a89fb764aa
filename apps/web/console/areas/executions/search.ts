import { choiceOf, present, textOf } from '../../search.ts';

export const statuses = ['pending', 'running', 'completed', 'failed', 'cancelled'] as const;
export const categories = ['vendor', 'staff', 'customer', 'system'] as const;
export const highRisks = ['high', 'critical'] as const;

/** What the address of this area may hold beside what every place has: the filters of the list. */
export interface ExecutionsSearch {
  status?: (typeof statuses)[number];
  category?: (typeof categories)[number];
  risk?: (typeof highRisks)[number];
  q?: string;
}

export const readExecutionsSearch = (search: Record<string, unknown>): ExecutionsSearch =>
  present({
    status: choiceOf(search.status, statuses),
    category: choiceOf(search.category, categories),
    risk: choiceOf(search.risk, highRisks),
    q: textOf(search.q)?.slice(0, 200),
  });
