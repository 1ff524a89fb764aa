import type { Vendor, VendorDetail, VendorPage } from '@deskbell/protocol';
import { queryOptions } from '@tanstack/react-query';
import { request, withQuery } from '../../api/request.ts';
import type { ListPage } from '../../live/live-list.ts';
import type { VendorsSearch } from './search.ts';

/** One page of the list, the latest seen first. */
export async function readVendors(
  { q }: VendorsSearch,
  { cursor, signal }: { cursor: string | undefined; signal: AbortSignal },
): Promise<ListPage<Vendor>> {
  const path = withQuery('/api/vendors', { q, limit: 50, cursor });
  const page = await request<VendorPage>(path, { signal });
  return { rows: page.vendors, nextCursor: page.next_cursor };
}

export const vendorQuery = (id: string) =>
  queryOptions({
    queryKey: ['vendor', id],
    queryFn: ({ signal }) =>
      request<VendorDetail>(`/api/vendors/${encodeURIComponent(id)}`, { signal }),
  });
