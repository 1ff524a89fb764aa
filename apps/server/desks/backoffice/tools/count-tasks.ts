import { DateTime } from 'luxon';
import type { Database } from '../../../platform/database.ts';
import { MOST_COUNTED } from './read-list.ts';
import { statusOf, tasksOf, type WantedTasks } from './tasks-of.ts';
import type { ListTasksResult } from './tool-results.ts';

type Counted = Pick<ListTasksResult, 'total' | 'is_more_than_total' | 'by_priority'>;

const NO_TASKS = { low: 0, medium: 0, high: 0, urgent: 0 };

/**
 * How many tasks are asked for, by priority: from counters for every status, and for open ones by
 * their due date; of one person, or closed ones by due date, up to a bound.
 */
export async function countTasks(
  { pool }: Pick<Database, 'pool'>,
  { wanted, today }: { wanted: WantedTasks; today: string },
): Promise<Counted> {
  const { text, values, isBounded } = statementFor(wanted, today);
  const { rows } = await pool.query<{ priority: keyof typeof NO_TASKS; count: number }>(
    text,
    values,
  );
  const byPriority = { ...NO_TASKS };
  for (const { priority, count } of rows) {
    if (wanted.priority === undefined || wanted.priority.includes(priority)) {
      byPriority[priority] = count;
    }
  }
  const total = Object.values(byPriority).reduce((sum, count) => sum + count, 0);
  return { total, is_more_than_total: isBounded && total >= MOST_COUNTED, by_priority: byPriority };
}

function statementFor(
  wanted: WantedTasks,
  today: string,
): { text: string; values: unknown[]; isBounded: boolean } {
  const status = statusOf(wanted);
  const { due_from, due_to, is_overdue, assignees } = wanted;
  const isByDueDate = due_from !== undefined || due_to !== undefined || is_overdue === true;
  if (assignees === undefined && !isByDueDate) {
    const states = {
      open: ['open', 'in_progress'],
      done: ['done'],
      cancelled: ['cancelled'],
      all: ['open', 'in_progress', 'done', 'cancelled'],
    };
    return {
      text: `select subkey as priority, sum(count)::bigint as count from statistic_counts
        where name = 'task' and grain = 'day' and key = any ($1) group by subkey`,
      values: [states[status]],
      isBounded: false,
    };
  }
  if (assignees === undefined && status === 'open') {
    const yesterday = DateTime.fromISO(today).minus({ days: 1 }).toFormat('yyyy-MM-dd');
    const last = is_overdue === true && (due_to ?? today) >= today ? yesterday : due_to;
    return {
      text: `select key as priority, sum(count)::bigint as count from statistic_counts
        where name = 'open_task' and grain = 'day'
          and bucket >= coalesce($1::date, '-infinity')::timestamp at time zone 'UTC'
          and bucket <= coalesce($2::date, 'infinity')::timestamp at time zone 'UTC'
        group by key`,
      values: [due_from ?? null, last ?? null],
      isBounded: false,
    };
  }
  const { from, keys, values } = tasksOf(wanted, today);
  // In the list's order, so that it is read along the list's index.
  const order = keys.map(({ expression }) => expression).join(', ');
  return {
    text: `select priority, count(*) as count
      from (select t.priority ${from} order by ${order} limit ${MOST_COUNTED}) as counted group by priority`,
    values: [...values],
    isBounded: true,
  };
}
