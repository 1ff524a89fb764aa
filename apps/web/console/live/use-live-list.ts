import { hashKey, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { live } from './live.ts';
import type { ListPage, LiveKind, LiveList } from './live-list.ts';
import { createLiveListState } from './live-list-state.ts';
import type { LiveListMeta } from './live-lists.ts';
import { bornAt } from './live-records.ts';
import { countWaiting, createWaitingRows } from './waiting-rows.ts';

export interface LiveListOptions<Row> {
  /** What the list shows, its filters included. */
  queryKey: readonly unknown[];
  /** Undefined: the list is read once and not live. */
  kind?: LiveKind;
  read: (page: { cursor: string | undefined; signal: AbortSignal }) => Promise<ListPage<Row>>;
  idOf: (row: Row) => string;
  /** Whether a new row would be in this list; any would unless told. */
  matches?: (row: Row) => boolean;
  /** The order of a list that does not have its newest rows first. */
  comesBefore?: (row: Row, other: Row) => boolean;
}

const nothing = { isBeingRead: false, problem: undefined, fromTop: 0 };
const isNewer = (row: object, other: object): boolean => bornAt(row) >= bornAt(other);

/**
 * A list of the server's, page after page. With a `kind` its rows change in place as the stream
 * tells; new ones wait and are counted. Functions are taken as they are when `queryKey` changes.
 */
export function useLiveList<Row extends object>(options: LiveListOptions<Row>): LiveList<Row> {
  const { queryKey, kind } = options;
  const client = useQueryClient();
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });

  const query = useInfiniteQuery({
    queryKey,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => options.read({ cursor: pageParam, signal }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    // The stream keeps it fresh; reading all its pages again would move what is being read.
    ...(kind !== undefined && {
      meta: { liveKind: kind } satisfies LiveListMeta,
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnMount: false,
    }),
  });

  const hash = hashKey(queryKey);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one state for each list; `hash` is the key's value
  const { waiting, state } = useMemo(() => {
    const waitingRows = createWaitingRows<Row>({
      idOf: (row) => latest.current.idOf(row),
      matches: (row) => latest.current.matches?.(row) ?? true,
    });
    const listState =
      kind &&
      createLiveListState<Row>({
        client,
        queryKey,
        kind,
        source: live,
        waiting: waitingRows,
        read: (page) => latest.current.read(page),
        idOf: (row) => latest.current.idOf(row),
      });
    return { waiting: waitingRows, state: listState };
  }, [client, hash, kind]);
  useEffect(() => state?.start(), [state]);
  const waitingRows = useSyncExternalStore(waiting.subscribe, waiting.getRows);
  const { isBeingRead, problem, fromTop } = useSyncExternalStore(
    state?.subscribe ?? (() => () => {}),
    state?.getCurrency ?? (() => nothing),
  );

  const { data } = query;
  const rows = useMemo(() => uniqueRows(data?.pages ?? [], latest.current.idOf), [data]);
  const hasMore = query.hasNextPage;
  const count = useMemo(
    () =>
      countWaiting({
        waiting: waitingRows,
        rows,
        hasMore,
        idOf: latest.current.idOf,
        comesBefore: latest.current.comesBefore ?? isNewer,
      }),
    [waitingRows, rows, hasMore],
  );

  const moreError = query.isFetchNextPageError ? query.error?.message : undefined;
  const error = problem ?? (moreError === undefined ? query.error?.message : undefined);
  return {
    status: query.isPending ? 'loading' : error !== undefined ? 'error' : 'ready',
    rows,
    error,
    retry: () => (data === undefined || !state ? void query.refetch() : state.readAgain()),
    hasMore,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => {
      if (!query.isFetching && !isBeingRead && query.hasNextPage) void query.fetchNextPage();
    },
    moreError,
    waiting: count,
    showWaiting: () => (state ? state.readFromTop() : void query.refetch()),
    fromTop,
    readAtMs: data === undefined ? undefined : query.dataUpdatedAt,
  };
}

/** A row that moved while pages were read may be in two of them. */
function uniqueRows<Row>(
  pages: readonly ListPage<Row>[],
  idOf: (row: Row) => string,
): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const page of pages) {
    for (const row of page.rows) {
      const id = idOf(row);
      if (!rows.has(id)) rows.set(id, row);
    }
  }
  return [...rows.values()];
}
