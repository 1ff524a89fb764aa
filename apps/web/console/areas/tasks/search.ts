import { choiceOf, present, textOf } from '../../search.ts';

export const statuses = ['open', 'in_progress', 'done', 'cancelled'] as const;
export const priorities = ['urgent', 'high', 'medium', 'low'] as const;

/** What the address of this area may hold beside what every place has: the filters of the list. */
export interface TasksSearch {
  /** Without it what is open or in progress. */
  status?: (typeof statuses)[number] | 'all';
  priority?: (typeof priorities)[number];
  assignee?: string;
  due?: 'overdue' | 'week';
  /** Without it the newest first. */
  order?: 'due';
}

export const readTasksSearch = (search: Record<string, unknown>): TasksSearch =>
  present({
    status: choiceOf(search.status, [...statuses, 'all']),
    priority: choiceOf(search.priority, priorities),
    assignee: textOf(search.assignee)?.trim().slice(0, 100),
    due: choiceOf(search.due, ['overdue', 'week']),
    order: choiceOf(search.order, ['due']),
  });
