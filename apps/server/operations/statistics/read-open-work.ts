import type { Database } from '../../platform/database.ts';
import { deadlinesBefore } from './count-deadlines.ts';

/** What waits for somebody at one moment. */
export interface OpenWork {
  pendingExecutions: number;
  runningExecutions: number;
  failedExecutions: number;
  pendingReviews: number;
  /** Open or in progress. */
  openTasks: Record<'low' | 'medium' | 'high' | 'urgent', number>;
  /** Their day is over in the business time zone. */
  overdueTasks: number;
  tasksDueToday: number;
  /** Today and the six days after it. */
  tasksDueNext7Days: number;
  /** Scheduled deadlines that have passed. */
  overdueDeadlines: number;
  /** Scheduled deadlines that have not: never past ones. */
  comingDeadlines: number;
  /** Of those, the ones of today and the six days after it, in the business time zone. */
  comingDeadlinesNext7Days: number;
  /** Failed executions, pending reviews, overdue tasks, and urgent or high ones that are not. */
  attentionItems: number;
}

const OPEN_WORK_SQL = `
  with today as materialized (
    select date_trunc('day', $1::timestamptz at time zone $2) at time zone 'UTC' as day,
      (date_trunc('day', $1::timestamptz at time zone $2) + interval '7 days') at time zone $2
        as week_end
  ),
  counted as materialized (
    select name, key, subkey, sum(count)::bigint as count from statistic_counts
    where grain = 'day' and (
      (name = 'execution' and key = 'failed') or (name = 'review' and key = 'pending')
      or (name = 'task' and key in ('open', 'in_progress')))
    group by name, key, subkey
  ),
  due as materialized (
    select bucket, key as priority, sum(count)::bigint as count
    from statistic_counts, today
    where name = 'open_task' and grain = 'day' and bucket < today.day + interval '7 days'
    group by bucket, key
  )
  select
    (select count(*) from executions where status = 'pending') as pending_executions,
    (select count(*) from executions where status = 'running') as running_executions,
    coalesce((select sum(count) from counted where name = 'execution'), 0)::bigint as failed_executions,
    coalesce((select sum(count) from counted where name = 'review'), 0)::bigint as pending_reviews,
    coalesce((select json_object_agg(subkey, count) from (
      select subkey, sum(count) as count from counted where name = 'task' group by subkey
    ) as by_priority), '{}') as open_tasks,
    coalesce((select sum(count) from due where bucket < today.day), 0)::bigint as overdue_tasks,
    coalesce((select sum(count) from due
      where bucket < today.day and priority in ('urgent', 'high')), 0)::bigint as overdue_pressing_tasks,
    coalesce((select sum(count) from due where bucket = today.day), 0)::bigint as tasks_due_today,
    coalesce((select sum(count) from due where bucket >= today.day), 0)::bigint
      as tasks_due_next_7_days,
    ${deadlinesBefore('$1::timestamptz')} as overdue_deadlines,
    ${deadlinesBefore('today.week_end')} as deadlines_before_next_week,
    coalesce((select sum(count) from statistic_counts
      where name = 'open_event' and grain = 'day'), 0)::bigint as scheduled_deadlines
  from today`;

/** Counts what is open, equal to counting the tables, at a cost that does not grow with them. */
export async function readOpenWork({
  database,
  timezone,
  now,
}: {
  database: Pick<Database, 'pool'>;
  /** Of the business; an IANA name. */
  timezone: string;
  now: Date;
}): Promise<OpenWork> {
  const { rows } = await database.pool.query<{
    pending_executions: number;
    running_executions: number;
    failed_executions: number;
    pending_reviews: number;
    open_tasks: Partial<OpenWork['openTasks']>;
    overdue_tasks: number;
    overdue_pressing_tasks: number;
    tasks_due_today: number;
    tasks_due_next_7_days: number;
    overdue_deadlines: number;
    deadlines_before_next_week: number;
    scheduled_deadlines: number;
  }>({ name: 'read-open-work', text: OPEN_WORK_SQL, values: [now, timezone] });
  const [row] = rows;
  if (row === undefined) throw new Error('Counting returned no row.');
  const openTasks = { low: 0, medium: 0, high: 0, urgent: 0, ...row.open_tasks };
  return {
    pendingExecutions: row.pending_executions,
    runningExecutions: row.running_executions,
    failedExecutions: row.failed_executions,
    pendingReviews: row.pending_reviews,
    openTasks,
    overdueTasks: row.overdue_tasks,
    tasksDueToday: row.tasks_due_today,
    tasksDueNext7Days: row.tasks_due_next_7_days,
    overdueDeadlines: row.overdue_deadlines,
    comingDeadlines: row.scheduled_deadlines - row.overdue_deadlines,
    comingDeadlinesNext7Days: row.deadlines_before_next_week - row.overdue_deadlines,
    attentionItems:
      row.failed_executions +
      row.pending_reviews +
      row.overdue_tasks +
      (openTasks.urgent + openTasks.high - row.overdue_pressing_tasks),
  };
}
