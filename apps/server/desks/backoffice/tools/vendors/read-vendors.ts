import { cutText } from '../../../../operations/agents/text/cut-text.ts';
import { reliabilityColumns } from '../../../../operations/vendors/list-vendors.ts';
import { reliabilityOf } from '../../../../operations/vendors/reliability.ts';
import type { Database } from '../../../../platform/database.ts';
import { rounded } from '../records.ts';
import type { VendorItem } from '../tool-results.ts';

const MOST_NAME = 120;

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
    `select id, name, last_seen_at, ${reliabilityColumns(true)} as kept,
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
