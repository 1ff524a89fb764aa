import type { StaffUser } from '@deskbell/protocol';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { request } from './request.ts';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => request<StaffUser>('/api/me', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Who is using the console. Inside the shell it is always there. */
export const useMe = (): StaffUser => useSuspenseQuery(meQuery).data;
