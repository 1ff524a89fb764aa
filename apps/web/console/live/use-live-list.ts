import { useInfiniteQuery } from '@tanstack/react-query';
import type { ListPage, LiveKind, LiveList } from './live-list.ts';

export interface LiveListOptions<Row> {
  /** What the list shows, its filters included. */
  queryKey: readonly unknown[];
  /** Undefined: the list is read once and not live. */
  kind?: LiveKind;
  read: (page: { cursor: string | undefined; signal: AbortSignal }) => Promise<ListPage<Row>>;
  idOf: (row: Row) => string;
  /** Whether a new row would be in this list. */
  matches?: (row: Row) => boolean;
}

/** A list of the server's, page after page. */
export function useLiveList<Row>(options: LiveListOptions<Row>): LiveList<Row> {
  const query = useInfiniteQuery({
    queryKey: options.queryKey,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => options.read({ cursor: pageParam, signal }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  return {
    status: query.isPending ? 'loading' : query.isError && !query.data ? 'error' : 'ready',
    rows: query.data?.pages.flatMap(({ rows }) => rows) ?? [],
    error: query.error?.message,
    retry: () => void query.refetch(),
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    waiting: 0,
    showWaiting: () => {},
  };
}
