import type { Task, TaskAssignees } from '@deskbell/protocol';
import { queryOptions } from '@tanstack/react-query';
import { addDays } from '../../../book/calendar-month.ts';
import { request, withQuery } from '../../api/request.ts';
import type { ListPage } from '../../live/live-list.ts';
import { mondayOf } from './days.ts';
import { isOpen } from './due-words.ts';
import type { TasksSearch } from './search.ts';

const PAGE_SIZE = 50;

/** What the server is asked for; `today` is the business's. */
export interface TaskQuery {
  status?: Task['status'];
  open?: true;
  priority?: Task['priority'];
  assignee?: string;
  due_from?: string;
  due_to?: string;
  order?: 'due';
}

/** Filters of the address as the server's. What is overdue is open; a range of days has its own order. */
export function taskQueryOf(filters: TasksSearch, today: string): TaskQuery {
  const { priority, assignee, due, order } = filters;
  const isEnded = filters.status !== 'open' && filters.status !== 'in_progress';
  const status = due === 'overdue' && isEnded ? undefined : filters.status;
  const isByDay =
    order === 'due' && due === undefined && status !== 'done' && status !== 'cancelled';
  return {
    ...(status === undefined && { open: true as const }),
    ...(status !== undefined && status !== 'all' && { status }),
    ...(priority !== undefined && { priority }),
    ...(assignee !== undefined && { assignee }),
    ...(due === 'overdue' && { due_to: addDays(today, -1) }),
    ...(due === 'week' && { due_from: mondayOf(today), due_to: addDays(mondayOf(today), 6) }),
    ...(isByDay && status !== 'all' && { order: 'due' as const }),
  };
}

/** Whether the list can be ordered by day or by age; a range of days and ended tasks have one order. */
export const canBeOrdered = ({ status, due }: TasksSearch): boolean =>
  due === undefined && (status === undefined || status === 'open' || status === 'in_progress');

export async function readTasks(
  query: TaskQuery,
  { cursor, signal }: { cursor: string | undefined; signal: AbortSignal },
): Promise<ListPage<Task>> {
  const path = withQuery('/api/tasks', { ...query, limit: PAGE_SIZE, cursor });
  const page = await request<{ tasks: Task[]; next_cursor: string | null }>(path, { signal });
  return { rows: page.tasks, nextCursor: page.next_cursor };
}

/** Whether a task would be in the list. */
export const matchesQuery =
  ({ status, open, priority, assignee, due_from, due_to }: TaskQuery) =>
  (task: Task): boolean =>
    (open === undefined || isOpen(task)) &&
    (status === undefined || task.status === status) &&
    (priority === undefined || task.priority === priority) &&
    (assignee === undefined || task.assignee === assignee) &&
    (due_from === undefined || (task.due_date !== null && task.due_date >= due_from)) &&
    (due_to === undefined || (task.due_date !== null && task.due_date <= due_to));

const NO_DAY = '9999';

/** The order of a list by day, tasks without one last. */
export const isDueBefore = (task: Task, other: Task): boolean =>
  `${task.due_date ?? NO_DAY} ${task.id}` <= `${other.due_date ?? NO_DAY} ${other.id}`;

export const taskQuery = (id: string) =>
  queryOptions({
    queryKey: ['task', id],
    queryFn: ({ signal }) => readTask(id, signal),
  });

export const readTask = (id: string, signal?: AbortSignal): Promise<Task> =>
  request<Task>(`/api/tasks/${encodeURIComponent(id)}`, { ...(signal && { signal }) });

/** Every name that a task has. */
export const assigneesQuery = queryOptions({
  queryKey: ['tasks', 'assignees'],
  queryFn: async ({ signal }) =>
    (await request<TaskAssignees>('/api/tasks/assignees', { signal })).assignees,
});
