import type { CalendarDate } from '../platform/calendar-date.ts';
import type { Database } from '../platform/database.ts';

export interface BookingDay {
  day: CalendarDate;
  /** To be picked up on it, but for cancelled ones. */
  pickups: number;
  /** Made on it, whatever became of them. */
  made: number;
}

const BOOKING_DAYS_SQL = `
  with days as (
    select generate_series($2::date, $3::date, interval '1 day')::date as day
  ),
  picked_up as (
    select pickup_date as day, count(*) as count from bookings
    where pickup_date between $2::date and $3::date and status <> 'cancelled'
    group by 1
  ),
  made as (
    select (created_at at time zone $1)::date as day, count(*) as count from bookings
    where created_at >= $2::date::timestamp at time zone $1
      and created_at < ($3::date + 1)::timestamp at time zone $1
    group by 1
  )
  select days.day::text as day, coalesce(picked_up.count, 0) as pickups,
    coalesce(made.count, 0) as made
  from days left join picked_up using (day) left join made using (day)
  where exists (select from bookings)
  order by days.day`;

/**
 * The bookings of each day from one to another, both included, in order; no day at all while there
 * has never been a booking. Counted by index: the cost grows with the bookings of these days.
 */
export async function readBookingDays({
  database,
  timezone,
  from,
  to,
}: {
  database: Pick<Database, 'pool'>;
  /** Of the business; an IANA name. */
  timezone: string;
  from: CalendarDate;
  to: CalendarDate;
}): Promise<BookingDay[]> {
  const { rows } = await database.pool.query<BookingDay>({
    name: 'read-booking-days',
    text: BOOKING_DAYS_SQL,
    values: [timezone, from, to],
  });
  return rows;
}
