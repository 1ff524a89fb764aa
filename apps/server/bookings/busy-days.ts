import { sql } from 'kysely';
import type { CalendarDate } from '../platform/calendar-date.ts';
import type { Database } from '../platform/database.ts';
import type { DayRange } from './check-availability.ts';

/**
 * The days of a range (both ends included) that have at least `threshold` bookings, cancelled
 * ones not counted. It stops counting a day at the threshold, so its cost does not grow with the
 * number of bookings and the number itself never leaves the database.
 */
export async function findBusyDays(
  database: Database,
  { range, threshold }: { range: DayRange; threshold: number },
): Promise<ReadonlySet<CalendarDate>> {
  const { rows } = await sql<{ day: CalendarDate }>`
    select days.day
    from (
      select ${range.from}::date + step as day
      from generate_series(0, ${range.to}::date - ${range.from}::date) as step
    ) as days
    cross join lateral (
      select count(*) as counted
      from (
        select 1
        from bookings
        where bookings.pickup_date = days.day and bookings.status <> 'cancelled'
        limit ${threshold}
      ) as first_bookings
    ) as counts
    where counts.counted >= ${threshold}
  `.execute(database.for<unknown>());
  return new Set(rows.map(({ day }) => day));
}
