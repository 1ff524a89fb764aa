import type { Database } from '../../platform/database.ts';
import { type Period, RANGES_SQL } from './periods.ts';

const VENDORS_SQL = `
  with counted as (
    select key, sum(count)::bigint as mails
    from (${RANGES_SQL}) as ranges
    cross join lateral (
      select key, count from statistic_counts
      where name = 'vendor' and grain = ranges.grain
        and bucket >= ranges.starts and bucket < ranges.ends
      offset 0
    ) as stored
    where ranges.period = $3
    group by key having sum(count) > 0
  )
  select vendors.id as "vendorId", vendors.name, counted.mails
  from counted join vendors on vendors.id = counted.key::uuid
  order by counted.mails desc, vendors.id
  limit $4`;

/** The vendors with the most finished mails of a period, at most `limit`. */
export async function readVendorMails({
  database,
  timezone,
  now,
  period,
  limit,
}: {
  database: Pick<Database, 'pool'>;
  timezone: string;
  now: Date;
  period: Period;
  limit: number;
}): Promise<{ vendorId: string; name: string; mails: number }[]> {
  const { rows } = await database.pool.query<{ vendorId: string; name: string; mails: number }>({
    name: 'read-vendor-mails',
    text: VENDORS_SQL,
    values: [now, timezone, period, limit],
  });
  return rows;
}
