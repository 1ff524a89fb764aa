import { openTasksDue } from '../../../operations/statistics/open-tasks-due.ts';
import { RANGES_SQL, windowValues } from '../../../operations/statistics/windows.ts';
import { addDays } from '../../../platform/calendar-date.ts';
import type { Database } from '../../../platform/database.ts';
import { MOST_COUNTED } from './read-list.ts';
import {
  type BusinessDay,
  isByDueDate,
  MOST_LOOKED_THROUGH,
  statusOf,
  tasksOf,
  timeOf,
  type WantedTasks,
  withoutFilters,
} from './tasks-of.ts';
import type { ListTasksResult } from './tool-results.ts';

type Counted = Pick<ListTasksResult, 'total' | 'is_more_than_total' | 'by_priority'>;

const NO_TASKS = { low: 0, medium: 0, high: 0, urgent: 0 };

/**
 * How many tasks are asked for, by priority: from counters for every status, of some days of making
 * too, and for open ones by their due date; everything else up to a bound.
 */
export async function countTasks(
  { pool }: Pick<Database, 'pool'>,
  { wanted, day }: { wanted: WantedTasks; day: BusinessDay },
): Promise<Counted> {
  const { text, values, most } = statementFor(wanted, day);
  const [{ rows }, isMoreLookedThrough] = await Promise.all([
    pool.query<{ priority: keyof typeof NO_TASKS; count: number }>(text, values),
    most === MOST_LOOKED_THROUGH && hasMoreThanLookedThrough({ pool }, { wanted, day }),
  ]);
  const byPriority = { ...NO_TASKS };
  for (const { priority, count } of rows) {
    if (wanted.priority === undefined || wanted.priority.includes(priority)) {
      byPriority[priority] = count;
    }
  }
  const total = Object.values(byPriority).reduce((sum, count) => sum + count, 0);
  const isMore = isMoreLookedThrough || (most === MOST_COUNTED && total >= most);
  return { total, is_more_than_total: isMore, by_priority: byPriority };
}

async function hasMoreThanLookedThrough(
  { pool }: Pick<Database, 'pool'>,
  { wanted, day }: { wanted: WantedTasks; day: BusinessDay },
): Promise<boolean> {
  const { from, values } = tasksOf(withoutFilters(wanted), day);
  const { rows } = await pool.query<{ count: number }>(
    `select count(*) as count from (select 1 ${from} limit ${MOST_LOOKED_THROUGH + 1}) as counted`,
    [...values],
  );
  return (rows[0]?.count ?? 0) > MOST_LOOKED_THROUGH;
}

const COUNTED_STATES = {
  open: ['open', 'in_progress'],
  done: ['done'],
  cancelled: ['cancelled'],
  all: ['open', 'in_progress', 'done', 'cancelled'],
};

interface Statement {
  text: string;
  values: unknown[];
  /** Where counting stops. */
  most?: typeof MOST_COUNTED | typeof MOST_LOOKED_THROUGH;
}

function statementFor(wanted: WantedTasks, day: BusinessDay): Statement {
  const status = statusOf(wanted);
  const { due_from, due_to, is_overdue, assignees } = wanted;
  const time = timeOf(wanted);
  if (assignees === undefined && !isByDueDate(wanted)) {
    if (time === undefined) {
      return {
        text: `select subkey as priority, sum(count)::bigint as count from statistic_counts
          where name = 'task' and grain = 'day' and key = any ($1) group by subkey`,
        values: [COUNTED_STATES[status]],
      };
    }
    // With a priority the list is looked through up to a bound, and so is counted the same way.
    if (time === 'created_at' && wanted.priority === undefined) {
      const window = { from: wanted.created_from, to: wanted.created_to };
      return {
        text: `select subkey as priority, sum(count)::bigint as count
          from (${RANGES_SQL}) as ranges
          cross join lateral (
            select subkey, count from statistic_counts
            where name = 'task' and grain = ranges.grain and key = any ($5)
              and bucket >= ranges.starts and bucket < ranges.ends
            offset 0
          ) as stored
          group by subkey`,
        values: [...windowValues(day.timezone, { window }), COUNTED_STATES[status]],
      };
    }
  }
  if (assignees === undefined && status === 'open' && time === undefined) {
    const isOnlyOverdue = is_overdue === true && (due_to ?? day.today) >= day.today;
    return openTasksDue({ from: due_from, to: isOnlyOverdue ? addDays(day.today, -1) : due_to });
  }
  const { from, keys, direction, values } = tasksOf(wanted, day);
  // In the list's order, so that it is read along the list's index.
  const order = keys.map(({ expression }) => `${expression} ${direction}`).join(', ');
  const most = time === undefined ? MOST_COUNTED : MOST_LOOKED_THROUGH;
  return {
    text: `select priority, count(*) as count
      from (select t.priority ${from} order by ${order} limit ${most}) as counted group by priority`,
    values: [...values],
    most,
  };
}
