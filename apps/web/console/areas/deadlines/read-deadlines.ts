import type { Deadline } from '@deskbell/protocol';
import { queryOptions } from '@tanstack/react-query';
import { request, withQuery } from '../../api/request.ts';
import type { ListPage } from '../../live/live-list.ts';
import { type Month, rangeOf } from './calendar-grid.ts';
import { isOverdue } from './deadline-words.ts';
import type { DeadlinesSearch } from './search.ts';

const PAGE_SIZE = 50;
const MOST_IN_A_MONTH = 1_000;

type Page = { deadlines: Deadline[]; next_cursor: string | null };
export type DeadlineFilters = Pick<DeadlinesSearch, 'show' | 'status'>;

export async function readDeadlines(
  { show, status }: DeadlineFilters,
  { cursor, signal }: { cursor: string | undefined; signal: AbortSignal },
): Promise<ListPage<Deadline>> {
  const path = withQuery('/api/deadlines', {
    ...(show === 'overdue' && { overdue: true }),
    ...(show === 'all' && { include_past: true, status: status ?? 'all' }),
    limit: PAGE_SIZE,
    cursor,
  });
  const page = await request<Page>(path, { signal });
  return { rows: page.deadlines, nextCursor: page.next_cursor };
}

/** Whether a deadline would be in the list. */
export const matchesFilters =
  ({ show, status }: DeadlineFilters) =>
  (deadline: Deadline): boolean => {
    if (show === 'all') return status === undefined || deadline.status === status;
    const isPast = isOverdue(deadline, new Date());
    return deadline.status === 'scheduled' && isPast === (show === 'overdue');
  };

/** What is coming has the soonest first, the others the latest. */
export const comesBefore =
  ({ show }: DeadlineFilters) =>
  (one: Deadline, other: Deadline): boolean =>
    show === undefined ? one.due_at <= other.due_at : one.due_at >= other.due_at;

/** Every deadline of the weeks that a month touches. */
export const monthQuery = (month: Month) => {
  const { from, to } = rangeOf(month);
  return queryOptions({
    queryKey: ['deadlines', 'calendar', month],
    queryFn: ({ signal }) =>
      request<Page>(
        withQuery('/api/deadlines', { from, to, status: 'all', limit: MOST_IN_A_MONTH }),
        { signal },
      ),
  });
};

export const readDeadline = (id: string, signal?: AbortSignal): Promise<Deadline> =>
  request<Deadline>(`/api/deadlines/${encodeURIComponent(id)}`, { ...(signal && { signal }) });

export const deadlineQuery = (id: string) =>
  queryOptions({
    queryKey: ['deadline', id],
    queryFn: ({ signal }) => readDeadline(id, signal),
  });

/** The address for calendar programs. */
export const calendarLinkQuery = queryOptions({
  queryKey: ['calendar-link'],
  queryFn: async ({ signal }) =>
    (await request<{ url: string }>('/api/calendar-link', { signal })).url,
});
