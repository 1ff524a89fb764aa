import type { Database } from '../../platform/database.ts';
import { type DayWindow, RANGES_SQL, windowValues } from './windows.ts';

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
    group by key having sum(count) > 0
  )
  select vendors.id as "vendorId", vendors.name, counted.mails,
    (sum(counted.mails) over ())::bigint as total
  from counted join vendors on vendors.id = counted.key::uuid
  order by counted.mails desc, vendors.id
  limit $5`;

export interface VendorMails {
  /** Of all vendors. */
  total: number;
  vendors: { vendorId: string; name: string; mails: number }[];
}

/** The vendors with the most finished mails of some days, at most `limit`. */
export async function readVendorMails({
  database,
  timezone,
  window,
  limit,
}: {
  database: Pick<Database, 'pool'>;
  timezone: string;
  window: DayWindow;
  /** 1 or more. */
  limit: number;
}): Promise<VendorMails> {
  const { rows } = await database.pool.query<VendorMails['vendors'][number] & { total: number }>({
    name: 'read-vendor-mails',
    text: VENDORS_SQL,
    values: [...windowValues(timezone, { window }), limit],
  });
  return {
    total: rows[0]?.total ?? 0,
    vendors: rows.map(({ vendorId, name, mails }) => ({ vendorId, name, mails })),
  };
}
