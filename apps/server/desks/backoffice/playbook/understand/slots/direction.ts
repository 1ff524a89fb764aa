import type { Direction } from '../../days/span.ts';
import type { Query } from '../../query.ts';

/** Mail came in, tasks and deadlines are to come; what was made, done or missed is past. */
export const directionOf = ({
  topic,
  dayOf,
  isOverdue,
}: Pick<Query, 'topic' | 'dayOf' | 'isOverdue'>): Direction =>
  (topic === 'tasks' || topic === 'deadlines') && dayOf === undefined && isOverdue === undefined
    ? 'future'
    : 'past';
