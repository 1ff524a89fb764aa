import type { Topic as Phrased } from '@deskbell/clerk';
import type { Topic } from '../../query.ts';
import { AGENTS } from './agents.ts';
import { ATTENTION } from './attention.ts';
import { DEADLINES } from './deadlines.ts';
import { EMAILS } from './emails.ts';
import { EXECUTIONS } from './executions.ts';
import { HEALTH } from './health.ts';
import { REVIEWS } from './reviews.ts';
import { SUMMARY } from './summary.ts';
import { TASKS } from './tasks.ts';
import { VENDORS } from './vendors.ts';

interface PhrasedTopic extends Phrased {
  name: Topic;
}

/** How staff put questions, days and names left out. */
export const PHRASINGS: readonly PhrasedTopic[] = [
  { name: 'emails', phrasings: EMAILS },
  { name: 'executions', phrasings: EXECUTIONS },
  { name: 'tasks', phrasings: TASKS },
  { name: 'deadlines', phrasings: DEADLINES },
  { name: 'agents', phrasings: AGENTS },
  { name: 'vendors', phrasings: VENDORS },
  { name: 'health', phrasings: HEALTH },
  { name: 'attention', phrasings: ATTENTION },
  { name: 'reviews', phrasings: REVIEWS },
  { name: 'summary', phrasings: SUMMARY },
];
