import type { Direction } from '../days/span.ts';
import type { Query } from '../query.ts';

/** Mail came in, tasks and deadlines are to come; what was made or done is past. */
export const directionOf = ({ topic, dayOf }: Pick<Query, 'topic' | 'dayOf'>): Direction =>
  (topic === 'tasks' || topic === 'deadlines') && dayOf === undefined ? 'future' : 'past';
