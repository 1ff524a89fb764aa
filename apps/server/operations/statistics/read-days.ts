import { addDays, type CalendarDate, daysBetween } from '../../platform/calendar-date.ts';
import type { Database } from '../../platform/database.ts';
import { DAY_RANGES_SQL, type DaySpan, daySpanValues } from './day-ranges.ts';

/** What came in on one day and what became of it until now. */
export interface DayCounts {
  day: CalendarDate;
  /** Mails accepted, whatever became of them. */
  mails: number;
  completed: number;
  failed: number;
  tasksCreated: number;
  reviewsOpened: number;
}

const DAYS_SQL = `
  select ranges.day::text as day, wanted.name, stored.key, sum(sign * count)::bigint as count
  from (${DAY_RANGES_SQL}) as ranges
  cross join unnest(array['execution', 'task', 'review']) as wanted (name)
  cross join lateral (
    select key, count from statistic_counts
    where name = wanted.name and grain = ranges.grain
      and bucket >= ranges.starts and bucket < ranges.ends
    offset 0
  ) as stored
  group by ranges.day, wanted.name, stored.key
  union all
  select (accepted_at at time zone $1)::date::text, 'execution', status, count(*)
  from executions
  where status in ('pending', 'running')
    and accepted_at >= $2::date::timestamp at time zone $1
    and accepted_at < ($3::date + 1)::timestamp at time zone $1
  group by 1, 3`;

/**
 * Counts for each day of a span, in order, equal to counting the tables at the same moment. The cost
 * grows with days and kinds, not with mails (but for mails that wait: those are counted by index).
 */
export async function readDays({
  database,
  timezone,
  span,
}: {
  database: Pick<Database, 'pool'>;
  /** Of the business; an IANA name. */
  timezone: string;
  span: DaySpan;
}): Promise<DayCounts[]> {
  const { rows } = await database.pool.query<{
    day: CalendarDate;
    name: 'execution' | 'task' | 'review';
    key: string;
    count: number;
  }>({ name: 'read-days', text: DAYS_SQL, values: daySpanValues(timezone, span) });
  const days = new Map(
    Array.from({ length: daysBetween(span.from, span.to) + 1 }, (_, at): [string, DayCounts] => {
      const day = addDays(span.from, at);
      return [day, { day, mails: 0, completed: 0, failed: 0, tasksCreated: 0, reviewsOpened: 0 }];
    }),
  );
  for (const { day, name, key, count } of rows) {
    const counts = days.get(day);
    if (counts === undefined) continue;
    if (name === 'task') counts.tasksCreated += count;
    else if (name === 'review') counts.reviewsOpened += count;
    else {
      counts.mails += count;
      if (key === 'completed' || key === 'failed') counts[key] += count;
    }
  }
  return [...days.values()];
}
