import { type List, type Page, type PageRequest, readPage } from '../../platform/page.ts';
import type { VendorReliability } from '../agents/agent.ts';
import { MOST_EVENTS } from './history-limits.ts';
import { reliabilityOf } from './reliability.ts';

export interface VendorSummary {
  vendorId: string;
  name: string;
  /** See `VendorIdentity`. */
  vendorKey: string;
  firstSeenAt: Date;
  /** May be an hour behind. */
  lastSeenAt: Date;
  /** Its finished mails. */
  mailCount: number;
  /** By its latest 500 events. */
  reliability: VendorReliability;
}

/** Begins the key of a vendor that only invoices name. */
const NAMED = 'name:';

/** A vendor's domain, or its address at a public mail provider; null when only invoices name it. */
export const domainOf = ({ vendorKey }: Pick<VendorSummary, 'vendorKey'>): string | null =>
  vendorKey.startsWith(NAMED) ? null : vendorKey;

/** The kept and broken ones among the latest events of `vendors`, as columns. */
export const reliabilityColumns = (kept: boolean) => `(
  select count(*) from (
    select is_kept from vendor_events where vendor_id = vendors.id
    order by observed_at desc limit ${MOST_EVENTS}
  ) as latest where is_kept = ${kept})`;

export type VendorRow = Omit<VendorSummary, 'reliability'> & {
  kept: number;
  broken: number;
};

/** Columns of `vendors`, as `toVendorSummary` takes them. */
export const VENDOR_COLUMNS = `vendors.id as "vendorId", vendors.name,
  vendors.vendor_key as "vendorKey", vendors.first_seen_at as "firstSeenAt",
  vendors.last_seen_at as "lastSeenAt", ${reliabilityColumns(true)} as kept,
  ${reliabilityColumns(false)} as broken,
  (select coalesce(sum(count), 0)::bigint from statistic_counts
    where name = 'vendor' and grain = 'day' and key = vendors.id::text) as "mailCount"`;

export function toVendorSummary({ kept, broken, ...vendor }: VendorRow): VendorSummary {
  return { ...vendor, reliability: reliabilityOf({ kept, broken }) };
}

/** Vendors, the latest seen first; with `search`, those whose name or domain holds it. */
export async function listVendors(
  request: PageRequest & { search?: string | undefined },
): Promise<Page<VendorSummary>> {
  const pattern = `%${escapeLike(request.search ?? '')}%`;
  const page = await readPage<VendorRow>(
    request,
    vendorList('(name ilike $1 or vendor_key ilike $1)', [pattern]),
  );
  return { ...page, items: page.items.map(toVendorSummary) };
}

/** Vendors, the latest seen first; with `prefix`, those whose name or domain begins with it. */
export function vendorsBeginningWith(prefix: string | undefined): List {
  if (prefix === undefined) return vendorList('true', []);
  const hasDomain = `vendor_key not like '${NAMED}%'`;
  const condition = `(lower(name) like lower($1) or (vendor_key like lower($1) and ${hasDomain}))`;
  return vendorList(condition, [`${escapeLike(prefix)}%`]);
}

function vendorList(condition: string, values: unknown[]): List {
  return {
    columns: VENDOR_COLUMNS,
    from: `from vendors where ${condition}`,
    keys: [
      { expression: 'last_seen_at', type: 'timestamptz' },
      { expression: 'id', type: 'uuid' },
    ],
    direction: 'desc',
    values,
  };
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
