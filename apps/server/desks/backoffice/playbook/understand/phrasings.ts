import type { Topic as Phrased } from '@deskbell/clerk';
import type { Topic } from '../query.ts';
import { AGENTS } from './phrasings/agents.ts';
import { ATTENTION } from './phrasings/attention.ts';
import { DEADLINES } from './phrasings/deadlines.ts';
import { EMAILS } from './phrasings/emails.ts';
import { EXECUTIONS } from './phrasings/executions.ts';
import { HEALTH } from './phrasings/health.ts';
import { REVIEWS } from './phrasings/reviews.ts';
import { SUMMARY } from './phrasings/summary.ts';
import { TASKS } from './phrasings/tasks.ts';
import { VENDORS } from './phrasings/vendors.ts';

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
