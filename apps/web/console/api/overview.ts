import type { Overview } from '@deskbell/protocol';
import { queryOptions } from '@tanstack/react-query';
import { request } from './request.ts';

/** Home shows it, and the navigation its counts. */
export const overviewQuery = queryOptions({
  queryKey: ['overview'],
  queryFn: ({ signal }) => request<Overview>('/api/overview', { signal }),
});
