import type { Database } from '../../platform/database.ts';

/** The scheduled deadlines of a moment's UTC day that are before it, by index. */
const sinceMidnight = (moment: string) => `(
  select count(*) from calendar_events
  where status = 'scheduled' and due_at >= statistic_bucket('day', ${moment})
    and due_at < ${moment})`;

/**
 * SQL: how many scheduled deadlines there are before a moment. Whole UTC days come from the
 * counters, the rest of its day by index.
 */
export const deadlinesBefore = (moment: string) => `(
  coalesce((select sum(count) from statistic_counts
    where name = 'open_event' and grain = 'day'
      and bucket < statistic_bucket('day', ${moment})), 0)
  + ${sinceMidnight(moment)})::bigint`;

/** SQL: the same from one moment to before a later one, without looking at the days before. */
export const deadlinesBetween = (from: string, to: string) => `(
  coalesce((select sum(count) from statistic_counts
    where name = 'open_event' and grain = 'day'
      and bucket >= statistic_bucket('day', ${from}) and bucket < statistic_bucket('day', ${to})), 0)
  + ${sinceMidnight(to)} - ${sinceMidnight(from)})::bigint`;

/** Scheduled deadlines from one moment to before another, equal to counting them. */
export async function countDeadlines(
  { pool }: Pick<Database, 'pool'>,
  { from, to }: { from: Date | undefined; to: Date | undefined },
): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select greatest(${deadlinesBefore(`coalesce($2::timestamptz, 'infinity')`)}
       - ${deadlinesBefore(`coalesce($1::timestamptz, '-infinity')`)}, 0) as count`,
    [from ?? null, to ?? null],
  );
  return rows[0]?.count ?? 0;
}
