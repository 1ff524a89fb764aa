import type { Database } from '../../platform/database.ts';
import type { ExecutionStatus, ReviewStatus, TaskStatus } from '../tables.ts';
import { type DayWindow, RANGES_SQL, WINDOWS_SQL, windowValues } from './windows.ts';

/** What came in during some days and what became of it until now. */
export interface PeriodStatistics {
  /** Mails accepted: each has one execution. */
  mails: number;
  executions: Record<ExecutionStatus, number>;
  /** Of the finished executions that have a category. */
  categories: Record<string, number>;
  /** All executions by status and category; '' stands for none. */
  categoriesByStatus: Record<ExecutionStatus, Record<string, number>>;
  /** Failed executions by error code ('unknown' without one), most frequent first. */
  failures: { code: string; executions: number }[];
  tasksCreated: number;
  tasksByStatus: Record<TaskStatus, number>;
  tasksByPriority: Record<'low' | 'medium' | 'high' | 'urgent', number>;
  eventsScheduled: number;
  eventsByStatus: Record<'scheduled' | 'done' | 'cancelled', number>;
  reviews: Record<ReviewStatus, number>;
}

const COUNTED_NAMES = ['execution', 'failure', 'task', 'event', 'review'];

// OFFSET 0 keeps the planner from joining the other way round: it cannot know how short the ranges
// are, and would read every counter for each.
const STATISTICS_SQL = `
  with counted as (
    select ranges.name as window_name, wanted.name, stored.key, stored.subkey, stored.count
    from (${RANGES_SQL}) as ranges
    cross join unnest(array['${COUNTED_NAMES.join("','")}']) as wanted (name)
    cross join lateral (
      select key, subkey, count from statistic_counts
      where name = wanted.name and grain = ranges.grain
        and bucket >= ranges.starts and bucket < ranges.ends
      offset 0
    ) as stored
    union all
    select windows.name, 'execution', unfinished.status, unfinished.category, unfinished.count
    from (${WINDOWS_SQL}) as windows
    cross join unnest(array['pending', 'running']) as open (status)
    cross join lateral (
      select open.status, coalesce(category, '') as category, count(*) as count from executions
      where executions.status = open.status
        and accepted_at >= windows.starts and accepted_at < windows.ends
      group by category
    ) as unfinished
  )
  select window_name, name, key, subkey, sum(count)::bigint as count
  from counted group by window_name, name, key, subkey having sum(count) <> 0
  order by count desc, key`;

interface CountRow {
  window_name: string;
  name: string;
  key: string;
  subkey: string;
  count: number;
}

/**
 * Counts for each window, equal to counting the tables themselves at the same moment, at a cost that
 * grows with days and kinds, not with mails (but for mails that wait: those are counted by index).
 * Of windows that begin or end long ago: see `QUARTERS_KEPT_DAYS`.
 */
export async function readStatistics<Name extends string>({
  database,
  timezone,
  windows,
}: {
  database: Pick<Database, 'pool'>;
  /** Of the business; an IANA name. */
  timezone: string;
  windows: Record<Name, DayWindow>;
}): Promise<Record<Name, PeriodStatistics>> {
  const { rows } = await database.pool.query<CountRow>({
    name: 'read-statistics',
    text: STATISTICS_SQL,
    values: windowValues(timezone, windows),
  });
  const statistics = Object.fromEntries(
    Object.keys(windows).map((name) => [name, emptyPeriod()]),
  ) as Record<Name, PeriodStatistics>;
  for (const row of rows) addRow(statistics[row.window_name as Name], row);
  return statistics;
}

function addRow(period: PeriodStatistics, { name, key, subkey, count }: CountRow): void {
  switch (name) {
    case 'execution':
      period.mails += count;
      add(period.executions, key, count);
      add(period.categoriesByStatus[key as ExecutionStatus], subkey, count);
      if (subkey !== '' && key !== 'pending' && key !== 'running') {
        add(period.categories, subkey, count);
      }
      break;
    case 'failure':
      period.failures.push({ code: key === '' ? 'unknown' : key, executions: count });
      break;
    case 'task':
      period.tasksCreated += count;
      add(period.tasksByStatus, key, count);
      add(period.tasksByPriority, subkey, count);
      break;
    case 'event':
      period.eventsScheduled += count;
      add(period.eventsByStatus, key, count);
      break;
    case 'review':
      add(period.reviews, key, count);
      break;
  }
}

function add(counts: Record<string, number>, key: string, count: number): void {
  counts[key] = (counts[key] ?? 0) + count;
}

function emptyPeriod(): PeriodStatistics {
  return {
    mails: 0,
    executions: { pending: 0, running: 0, completed: 0, failed: 0, cancelled: 0 },
    categories: {},
    categoriesByStatus: { pending: {}, running: {}, completed: {}, failed: {}, cancelled: {} },
    failures: [],
    tasksCreated: 0,
    tasksByStatus: { open: 0, in_progress: 0, done: 0, cancelled: 0 },
    tasksByPriority: { low: 0, medium: 0, high: 0, urgent: 0 },
    eventsScheduled: 0,
    eventsByStatus: { scheduled: 0, done: 0, cancelled: 0 },
    reviews: { pending: 0, approved: 0, rejected: 0 },
  };
}
