import { registrableDomain } from '../../../../operations/agents/triage/domains.ts';
import { foldName } from '../../../../operations/vendors/vendor-key.ts';
import type { Database } from '../../../../platform/database.ts';

/** Of the vendors seen last so many are looked through. */
const MOST_VENDORS = 5_000;

const BY_NAME = `
  select id,
    case when lower(name) = lower($1) or vendor_key = 'name:' || $3 then 0
      when name ilike $2 || '%' then 1
      when ' ' || name ilike '% ' || $2 || '%' then 2
      when name ilike '%' || $2 || '%' or vendor_key ilike '%' || $2 || '%' then 3
      else 4 end as place
  from (
    select id, name, vendor_key, last_seen_at from vendors
    order by last_seen_at desc, id desc limit ${MOST_VENDORS}
  ) as latest
  where name ilike '%' || $2 || '%' or vendor_key ilike '%' || $2 || '%'
    or vendor_key = 'name:' || $3 or name ilike all ($5)
  order by place, last_seen_at desc, id
  limit $4`;

/**
 * Ids of the vendors meant by an address, a domain, a name or a part of one; the best first. Only
 * one when that is plain: its address, its domain or its whole name.
 */
export async function findVendors(
  { pool }: Pick<Database, 'pool'>,
  written: string,
  limit: number,
): Promise<string[]> {
  const name = written.trim();
  const lower = name.toLowerCase();
  const { rows: byKey } = await pool.query<{ id: string }>(
    'select id from vendors where vendor_key = any ($1) order by vendor_key like $2 desc limit 1',
    [[lower, registrableDomain(lower)], '%@%'],
  );
  if (byKey[0] !== undefined) return [byKey[0].id];
  const { rows } = await pool.query<{ id: string; place: number }>(BY_NAME, [
    name,
    name.replace(/[\\%_]/g, '\\$&'),
    foldName(name),
    limit,
    name.split(/\s+/).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`),
  ]);
  const whole = rows.filter(({ place }) => place === 0);
  const byPart = rows.filter(({ place }) => place < 4);
  // "Montauk garage" is Montauk Highway Garage where nothing has the name itself.
  const meant = byPart.length > 0 ? byPart : rows;
  return (whole.length === 1 ? whole : meant).map(({ id }) => id);
}
