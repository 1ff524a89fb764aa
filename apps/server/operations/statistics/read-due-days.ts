import { addDays, type CalendarDate, daysBetween } from '../../platform/calendar-date.ts';
import type { Database } from '../../platform/database.ts';
import { deadlinesBetween } from './count-deadlines.ts';
import type { DaySpan } from './day-ranges.ts';

const TASKS_SQL = `
  select (bucket at time zone 'UTC')::date::text as day, sum(count)::bigint as count
  from statistic_counts
  where name = 'open_task' and grain = 'day'
    and bucket >= $1::date::timestamp at time zone 'UTC'
    and bucket <= $2::date::timestamp at time zone 'UTC'
  group by bucket`;

/** Open tasks due on each day of a span, in order, equal to counting them. */
export async function readTasksDue(
  { pool }: Pick<Database, 'pool'>,
  span: DaySpan,
): Promise<{ day: CalendarDate; count: number }[]> {
  const { rows } = await pool.query<{ day: CalendarDate; count: number }>({
    name: 'read-tasks-due',
    text: TASKS_SQL,
    values: [span.from, span.to],
  });
  const counts = new Map(rows.map(({ day, count }) => [day, count]));
  return Array.from({ length: daysBetween(span.from, span.to) + 1 }, (_, at) => {
    const day = addDays(span.from, at);
    return { day, count: counts.get(day) ?? 0 };
  });
}

const DEADLINES_SQL = `
  select day::text as day, ${deadlinesBetween('starts', 'ends')} as count
  from (
    select day, greatest(day::timestamp at time zone $2, $1::timestamptz) as starts,
      (day + 1)::timestamp at time zone $2 as ends
    from (
      select generate_series($3::date, $4::date, interval '1 day')::date as day
    ) as given
  ) as days
  order by day`;

/**
 * Scheduled deadlines of each day of a span that are not over yet, in order, equal to counting them.
 * The span begins today or later.
 */
export async function readDeadlinesDue({
  database,
  timezone,
  now,
  span,
}: {
  database: Pick<Database, 'pool'>;
  /** Of the business; an IANA name. */
  timezone: string;
  now: Date;
  span: DaySpan;
}): Promise<{ day: CalendarDate; count: number }[]> {
  const { rows } = await database.pool.query<{ day: CalendarDate; count: number }>({
    name: 'read-deadlines-due',
    text: DEADLINES_SQL,
    values: [now, timezone, span.from, span.to],
  });
  return rows;
}
