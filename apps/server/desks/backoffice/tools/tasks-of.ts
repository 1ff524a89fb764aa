import type { List } from '../../../operations/statistics/page.ts';
import type { ListTasksInput } from './tool-results.ts';

const STATES = {
  open: `t.status in ('open', 'in_progress')`,
  done: `t.status = 'done'`,
  cancelled: `t.status = 'cancelled'`,
  all: 'true',
};

/** What is asked for, with the person as the tasks spell the name: as several, or as none. */
export type WantedTasks = Omit<ListTasksInput, 'assignee'> & { assignees?: string[] | undefined };

/** The tasks `t` that are asked for, by due date, those without one last. */
export function tasksOf(wanted: WantedTasks, today: string): Omit<List, 'columns'> {
  const values: unknown[] = [];
  const value = (given: unknown) => `$${values.push(given)}`;
  const conditions = [STATES[statusOf(wanted)]];
  const { due_from, due_to, priority, assignees } = wanted;
  if (due_from !== undefined) conditions.push(`t.due_date >= ${value(due_from)}`);
  if (due_to !== undefined) conditions.push(`t.due_date <= ${value(due_to)}`);
  if (wanted.is_overdue === true) conditions.push(`t.due_date < ${value(today)}`);
  if (assignees !== undefined) conditions.push(`t.assignee = any (${value(assignees)}::text[])`);
  if (priority !== undefined) {
    conditions.push(`t.priority = any (${value(priority)}::text[])`);
    // In the words of the index of these.
    if (priority.every((one) => one === 'urgent' || one === 'high')) {
      conditions.push(`t.priority in ('urgent', 'high')`);
    }
  }
  const hasDueDate = due_from !== undefined || due_to !== undefined || wanted.is_overdue === true;
  return {
    from: `from tasks t where ${conditions.join(' and ')}`,
    keys: [
      {
        expression: hasDueDate ? 't.due_date' : `coalesce(t.due_date, 'infinity')`,
        type: 'date',
      },
      { expression: 't.id', type: 'uuid' },
    ],
    direction: 'asc',
    values,
  };
}

/** Only open tasks can be overdue. */
export const statusOf = ({ status, is_overdue }: WantedTasks) =>
  is_overdue === true ? 'open' : (status ?? 'open');
