import type { CalendarDate } from '../../platform/calendar-date.ts';

/** Whole days of the business time zone, both included. */
export interface DaySpan {
  from: CalendarDate;
  to: CalendarDate;
}

/**
 * SQL: each day of a span, cut up by what the counters are kept in, as rows (day, grain, starts, ends,
 * sign). A day is the UTC day nearest to it and quarters of an hour at its edges, which are added to
 * it or (sign -1) taken away: at most 12 hours of them at each edge, where a window of `RANGES_SQL`
 * that holds no whole UTC day is read by quarters throughout. $1 to $3 are `daySpanValues`.
 * Not for days before `QUARTERS_KEPT_DAYS`.
 */
export const DAY_RANGES_SQL = `
  select days.day, cut.grain, cut.starts, cut.ends, cut.sign
  from (
    select day, starts, ends,
      date_bin('1 day', starts + interval '12 hours', epoch) as first_day,
      date_bin('1 day', ends + interval '12 hours', epoch) as last_day
    from (
      select day, day::timestamp at time zone $1 as starts,
        (day + 1)::timestamp at time zone $1 as ends,
        timestamptz '2000-01-01 00:00:00+00' as epoch
      from (
        select generate_series($2::date, $3::date, interval '1 day')::date as day
      ) as given
    ) as instants
  ) as days
  cross join lateral (values
    ('day', first_day, last_day, 1),
    ('quarter', least(days.starts, first_day), greatest(days.starts, first_day),
      case when days.starts < first_day then 1 else -1 end),
    ('quarter', least(days.ends, last_day), greatest(days.ends, last_day),
      case when days.ends > last_day then 1 else -1 end)
  ) as cut (grain, starts, ends, sign)
  where cut.starts < cut.ends`;

/** The first three parameters of a statement with `DAY_RANGES_SQL` in it. */
export const daySpanValues = (timezone: string, { from, to }: DaySpan): unknown[] => [
  timezone,
  from,
  to,
];
