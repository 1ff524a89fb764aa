import type { CalendarDate } from '../../platform/calendar-date.ts';

/**
 * SQL: open tasks due in some days, both included, as rows (priority, count); without a day there is
 * no end.
 */
export function openTasksDue({
  from,
  to,
}: {
  from?: CalendarDate | undefined;
  to?: CalendarDate | undefined;
}): { text: string; values: unknown[] } {
  return {
    text: `select key as priority, sum(count)::bigint as count from statistic_counts
      where name = 'open_task' and grain = 'day'
        and bucket >= coalesce($1::date, '-infinity')::timestamp at time zone 'UTC'
        and bucket <= coalesce($2::date, 'infinity')::timestamp at time zone 'UTC'
      group by key`,
    values: [from ?? null, to ?? null],
  };
}
