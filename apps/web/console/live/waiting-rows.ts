/** More than can be said of: `100+`. */
const MOST_KEPT = 500;
export const MOST_WAITING = 101;

/** New rows of a list, by their ids, until somebody wants to see them. */
export interface WaitingRows<Row> {
  /** Takes in rows as they are now: those that match wait, those that match no longer do not. */
  take: (rows: readonly Row[]) => void;
  ids: () => ReadonlySet<string>;
  forget: (ids: ReadonlySet<string>) => void;
  /** The same object until it changes. */
  getRows: () => ReadonlyMap<string, Row>;
  subscribe: (listener: () => void) => () => void;
}

export function createWaitingRows<Row>({
  idOf,
  matches,
}: {
  idOf: (row: Row) => string;
  matches: (row: Row) => boolean;
}): WaitingRows<Row> {
  let waiting: ReadonlyMap<string, Row> = new Map();
  const listeners = new Set<() => void>();
  function set(rows: ReadonlyMap<string, Row>): void {
    waiting = rows;
    for (const listener of [...listeners]) listener();
  }
  return {
    take(rows) {
      const next = new Map(waiting);
      let isChanged = false;
      for (const row of rows) {
        const id = idOf(row);
        const isWanted = matches(row) && (next.has(id) || next.size < MOST_KEPT);
        if (isWanted) next.set(id, row);
        isChanged = isWanted || next.delete(id) || isChanged;
      }
      if (isChanged) set(next);
    },
    ids: () => new Set(waiting.keys()),
    forget(ids) {
      if ([...ids].some((id) => waiting.has(id))) {
        set(new Map([...waiting].filter(([id]) => !ids.has(id))));
      }
    },
    getRows: () => waiting,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * How many of them would be new among the rows that are shown. One that belongs below the last row
 * of a list that goes on is none: its page brings it.
 */
export function countWaiting<Row>({
  waiting,
  rows,
  hasMore,
  idOf,
  comesBefore,
}: {
  waiting: ReadonlyMap<string, Row>;
  rows: readonly Row[];
  hasMore: boolean;
  idOf: (row: Row) => string;
  comesBefore: (row: Row, other: Row) => boolean;
}): number {
  if (waiting.size === 0) return 0;
  const shown = new Set(rows.map(idOf));
  const last = rows.at(-1);
  let count = 0;
  for (const [id, row] of waiting) {
    if (shown.has(id)) continue;
    if (hasMore && last !== undefined && !comesBefore(row, last)) continue;
    count += 1;
    if (count === MOST_WAITING) break;
  }
  return count;
}
