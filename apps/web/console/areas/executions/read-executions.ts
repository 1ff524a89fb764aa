import type { ExecutionDetail, ExecutionSummary } from '@deskbell/protocol';
import { queryOptions } from '@tanstack/react-query';
import { request, withQuery } from '../../api/request.ts';
import type { ListPage } from '../../live/live-list.ts';
import type { ExecutionsSearch } from './search.ts';

const PAGE_SIZE = 50;
/** While one is being worked on it is read again this often, should the live stream be away. */
const FOLLOW_MS = 3_000;

/** One page of the list, newest first. */
export async function readExecutions(
  filters: ExecutionsSearch,
  { cursor, signal }: { cursor: string | undefined; signal: AbortSignal },
): Promise<ListPage<ExecutionSummary>> {
  const path = withQuery('/executions', { ...filters, view: 'summary', limit: PAGE_SIZE, cursor });
  const page = await request<{ executions: ExecutionSummary[]; next_cursor: string | null }>(path, {
    signal,
  });
  return { rows: page.executions, nextCursor: page.next_cursor };
}

/** Whether an execution would be in the list; of words only the server knows. */
export const matchesFilters =
  ({ status, category, risk, q }: ExecutionsSearch) =>
  (execution: ExecutionSummary): boolean =>
    q === undefined &&
    (status === undefined || execution.status === status) &&
    (category === undefined || execution.category === category) &&
    (risk === undefined || execution.risk === risk);

export const isUnderWay = ({ status }: Pick<ExecutionSummary, 'status'>): boolean =>
  status === 'pending' || status === 'running';

/** One execution with everything the agents made of it. */
export const executionQuery = (id: string) =>
  queryOptions({
    queryKey: ['execution', id],
    queryFn: ({ signal }) =>
      request<ExecutionDetail>(`/executions/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: ({ state }) =>
      state.data !== undefined && isUnderWay(state.data) ? FOLLOW_MS : false,
  });
