import { type InfiniteData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ListPage, LiveList } from '../../live/live-list.ts';
import { useLiveList } from '../../live/use-live-list.ts';

export interface PolledListOptions<Row> {
  queryKey: readonly unknown[];
  read: (page: { cursor: string | undefined; signal: AbortSignal }) => Promise<ListPage<Row>>;
  idOf: (row: Row) => string;
  everyMs: number;
}

type Pages<Row> = InfiniteData<ListPage<Row>>;

/**
 * A list whose top is asked for again and again while the page can be seen: rows that are there
 * change in place, new ones wait and are counted.
 */
export function usePolledList<Row extends object>(options: PolledListOptions<Row>): LiveList<Row> {
  const { queryKey, read, idOf, everyMs } = options;
  const client = useQueryClient();
  const [fromTop, setFromTop] = useState(0);
  const list = useLiveList<Row>({ queryKey, read, idOf });
  const top = useQuery<readonly Row[]>({
    queryKey: [...queryKey, 'top'],
    queryFn: async ({ signal }) => {
      const { dataUpdatedAt: readAtMs = 0 } = client.getQueryState(queryKey) ?? {};
      // What the list itself has read just now needs no asking.
      if (Date.now() - readAtMs < everyMs / 2) return [];
      const { rows } = await read({ cursor: undefined, signal });
      const fresh = new Map(rows.map((row) => [idOf(row), row]));
      client.setQueryData<Pages<Row>>(queryKey, (known) => known && patch(known, fresh, idOf), {
        updatedAt: readAtMs,
      });
      return rows;
    },
    enabled: list.status !== 'loading',
    refetchInterval: everyMs,
  });

  const shown = new Set(list.rows.map(idOf));
  const isPollLost = list.status === 'ready' && top.isError;
  return {
    ...list,
    ...(isPollLost && { status: 'error', error: top.error.message }),
    retry: () => {
      list.retry();
      if (isPollLost) void top.refetch();
    },
    waiting: (top.data ?? []).filter((row) => !shown.has(idOf(row))).length,
    fromTop,
    showWaiting: () => {
      setFromTop((times) => times + 1);
      list.showWaiting();
    },
  };
}

const patch = <Row>(
  known: Pages<Row>,
  fresh: ReadonlyMap<string, Row>,
  idOf: (row: Row) => string,
): Pages<Row> => ({
  ...known,
  pages: known.pages.map((page) => ({
    ...page,
    rows: page.rows.map((row) => fresh.get(idOf(row)) ?? row),
  })),
});
