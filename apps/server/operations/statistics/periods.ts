/** Windows of whole days in the business time zone, today included. 'all' is everything. */
export const periods = ['today', 'last7Days', 'last30Days', 'all'] as const;
export type Period = (typeof periods)[number];

// The windows as rows: the instants [starts, ends), and inside them the whole UTC days
// [first_day, last_day). $1 is the moment, $2 the time zone. Without a whole day both are `ends`.
const PERIODS = `
  select period, starts, ends,
    case when first_day < last_day then first_day else ends end as first_day,
    case when first_day < last_day then last_day else ends end as last_day
  from (
    select period, starts, ends,
      date_bin('1 day', starts + interval '1 day' - interval '1 microsecond', epoch) as first_day,
      date_bin('1 day', ends, epoch) as last_day
    from (
      select period,
        (midnight - days * interval '1 day') at time zone $2 as starts,
        (midnight + interval '1 day') at time zone $2 as ends,
        timestamptz '2000-01-01 00:00:00+00' as epoch
      from (values ('today', 0), ('last7Days', 6), ('last30Days', 29)) as named (period, days)
      cross join (select date_trunc('day', $1::timestamptz at time zone $2) as midnight) as today
    ) as local_days
  ) as edges
  union all
  select 'all', '-infinity', 'infinity', '-infinity', 'infinity'`;

/**
 * SQL: the same cut up by what the counters are kept in, as rows (period, grain, starts, ends): whole
 * days, and quarters of an hour at both edges.
 */
export const RANGES_SQL = `
  select periods.period, cut.grain, cut.starts, cut.ends
  from (${PERIODS}) as periods
  cross join lateral (values
    ('day', first_day, last_day),
    ('quarter', periods.starts, first_day),
    ('quarter', last_day, periods.ends)
  ) as cut (grain, starts, ends)
  where cut.starts < cut.ends`;

/** SQL: the windows as rows (period, starts, ends). */
export const PERIODS_SQL = `select period, starts, ends from (${PERIODS}) as periods`;
