import { localDay } from '../../platform/business-day.ts';
import { addDays } from '../../platform/calendar-date.ts';

/** Whole days of the business time zone, 'YYYY-MM-DD', both included; without one, without end. */
export interface DayWindow {
  from?: string | undefined;
  to?: string | undefined;
}

export const periods = ['today', 'last7Days', 'last30Days', 'all'] as const;
export type Period = (typeof periods)[number];

/** The usual windows: today, today with the 6 and the 29 days before it, and everything. */
export function periodWindows({
  timezone,
  now,
}: {
  /** Of the business; an IANA name. */
  timezone: string;
  now: Date;
}): Record<Period, DayWindow> {
  const today = localDay(now, timezone);
  const lastDays = (days: number) => ({ from: addDays(today, 1 - days), to: today });
  return { today: lastDays(1), last7Days: lastDays(7), last30Days: lastDays(30), all: {} };
}

/**
 * For so long mails can be counted by the business's own days, in any window: the quarter-hour
 * counters are kept until then. A window's edge before that is taken at midnight UTC instead.
 */
export const QUARTERS_KEPT_DAYS = 100;

const midnight = (day: string) => `case
  when ${day}::timestamp at time zone $1 < now() - interval '${QUARTERS_KEPT_DAYS} days'
  then ${day}::timestamp at time zone 'UTC'
  else ${day}::timestamp at time zone $1
end`;

// The windows as rows: the instants [starts, ends), and inside them the whole UTC days
// [first_day, last_day). Without a whole day both are `ends`.
const WINDOWS = `
  select name, starts, ends,
    case when first_day < last_day then first_day else ends end as first_day,
    case when first_day < last_day then last_day else ends end as last_day
  from (
    select name, starts, ends,
      date_bin('1 day', starts + interval '1 day' - interval '1 microsecond', epoch) as first_day,
      date_bin('1 day', ends, epoch) as last_day
    from (
      select name, ${midnight('first')} as starts, ${midnight('(last + 1)')} as ends,
        timestamptz '2000-01-01 00:00:00+00' as epoch
      from (
        select name, coalesce(first, '-infinity') as first, coalesce(last, 'infinity') as last
        from unnest($2::text[], $3::date[], $4::date[]) as given (name, first, last)
      ) as days
    ) as instants
  ) as edges
  where starts < ends`;

/**
 * SQL: the windows cut up by what the counters are kept in, as rows (name, grain, starts, ends):
 * whole days, and quarters of an hour at both edges. $1 to $4 are `windowValues`.
 */
export const RANGES_SQL = `
  select windows.name, cut.grain, cut.starts, cut.ends
  from (${WINDOWS}) as windows
  cross join lateral (values
    ('day', first_day, last_day),
    ('quarter', windows.starts, first_day),
    ('quarter', last_day, windows.ends)
  ) as cut (grain, starts, ends)
  where cut.starts < cut.ends`;

/** SQL: the windows as rows (name, starts, ends). */
export const WINDOWS_SQL = `select name, starts, ends from (${WINDOWS}) as windows`;

/** The first four parameters of a statement with the windows in it. */
export function windowValues(timezone: string, windows: Record<string, DayWindow>): unknown[] {
  const days = Object.values(windows);
  return [
    timezone,
    Object.keys(windows),
    days.map(({ from }) => from ?? null),
    days.map(({ to }) => to ?? null),
  ];
}
