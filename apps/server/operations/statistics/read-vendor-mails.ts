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
  ), named as (
    select vendors.id as "vendorId", vendors.name, counted.mails
    from counted join vendors on vendors.id = counted.key::uuid
  )
  select coalesce((select sum(mails) from named), 0)::bigint as total,
    coalesce((select json_agg(most) from (
      select * from named
      where $5::uuid[] is null or "vendorId" = any ($5)
      order by mails desc, "vendorId" limit $6
    ) as most), '[]') as vendors`;

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
  vendorIds,
  limit,
}: {
  database: Pick<Database, 'pool'>;
  timezone: string;
  window: DayWindow;
  /** Only these; of all unless given. */
  vendorIds?: readonly string[] | undefined;
  /** 1 or more. */
  limit: number;
}): Promise<VendorMails> {
  const { rows } = await database.pool.query<VendorMails>({
    name: 'read-vendor-mails',
    text: VENDORS_SQL,
    values: [...windowValues(timezone, { window }), vendorIds ?? null, limit],
  });
  return rows[0] ?? { total: 0, vendors: [] };
}
