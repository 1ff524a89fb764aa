import { type Page, type PageRequest, readPage } from '../../platform/page.ts';
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
  /** By its latest 500 events. */
  reliability: VendorReliability;
}

/** The kept and broken ones among the latest events of `vendors`, as columns. */
export const reliabilityColumns = (kept: boolean) => `(
  select count(*) from (
    select is_kept from vendor_events where vendor_id = vendors.id
    order by observed_at desc limit ${MOST_EVENTS}
  ) as latest where is_kept = ${kept})`;

/** Vendors, the latest seen first; with `search`, those whose name or domain holds it. */
export async function listVendors(
  request: PageRequest & { search?: string | undefined },
): Promise<Page<VendorSummary>> {
  const pattern = `%${(request.search ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const page = await readPage<
    Omit<VendorSummary, 'reliability'> & { kept: number; broken: number }
  >(request, {
    columns: `id as "vendorId", name, vendor_key as "vendorKey", first_seen_at as "firstSeenAt",
      last_seen_at as "lastSeenAt", ${reliabilityColumns(true)} as kept,
      ${reliabilityColumns(false)} as broken`,
    from: `from vendors where (name ilike $1 or vendor_key ilike $1)`,
    keys: [
      { expression: 'last_seen_at', type: 'timestamptz' },
      { expression: 'id', type: 'uuid' },
    ],
    direction: 'desc',
    values: [pattern],
  });
  return {
    ...page,
    items: page.items.map(({ kept, broken, ...vendor }) => ({
      ...vendor,
      reliability: reliabilityOf({ kept, broken }),
    })),
  };
}
