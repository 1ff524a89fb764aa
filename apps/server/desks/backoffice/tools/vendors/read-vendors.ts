import { cutText } from '../../../../operations/agents/text/cut-text.ts';
import { reliabilityColumns } from '../../../../operations/vendors/list-vendors.ts';
import { reliabilityOf } from '../../../../operations/vendors/reliability.ts';
import type { Database } from '../../../../platform/database.ts';
import { rounded } from '../records.ts';
import type { VendorItem } from '../tool-records.ts';

const MOST_NAME = 120;

/** SQL: when the last mail of a vendor came; one that failed is known by its sender only. */
const LAST_MAIL = `case
    when vendor_key like 'name:%' then null
    when vendor_key like '%@%' then (
      select accepted_at from emails where sender = vendor_key order by accepted_at desc limit 1)
    else (
      select accepted_at from emails where sender_domain = vendor_key
      order by accepted_at desc limit 1)
  end`;

/** The vendors with these ids, in their order. */
export async function readVendors(
  { pool }: Pick<Database, 'pool'>,
  ids: readonly string[],
): Promise<(Omit<VendorItem, 'mails'> & { vendorId: string })[]> {
  const { rows } = await pool.query<{
    id: string;
    name: string;
    last_seen_at: Date;
    kept: number;
    broken: number;
  }>(
    `select id, name, greatest(last_seen_at, ${LAST_MAIL}) as last_seen_at, ${reliabilityColumns(true)} as kept,
       ${reliabilityColumns(false)} as broken
     from vendors where id = any ($1::uuid[]) order by array_position($1::uuid[], id)`,
    [ids],
  );
  return rows.map(({ id, name, last_seen_at, ...events }) => {
    const { rating, score, n } = reliabilityOf(events);
    return {
      vendorId: id,
      name: cutText(name, MOST_NAME),
      last_seen_at: last_seen_at.toISOString(),
      reliability: { rating, score: rounded(score), events: n },
    };
  });
}
