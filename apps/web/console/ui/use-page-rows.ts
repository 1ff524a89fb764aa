import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react';
import type { TableMemory } from './table-memory.ts';

const USUAL_ROW_PX = 57;
const ROWS_AROUND = 10;

export interface PageRow {
  index: number;
  /** Room between it and the one before, for rows that are not in the page. */
  gapPx: number;
}

export interface PageRows {
  rows: readonly PageRow[];
  /** Room above the first and below the last, in pixels. */
  abovePx: number;
  belowPx: number;
  /** Where a row begins in the whole page, in pixels, as far as is known. */
  startOf: (index: number) => number | undefined;
  /** The first row that can be seen. */
  firstSeen: number;
  lastRendered: number;
}

/**
 * Which rows of a table are in the page while the window scrolls over it, and the room that the
 * others take. The row at `keptIndex` is always there, however far away.
 */
export function usePageRows({
  count,
  keyOf,
  keptIndex,
  body,
  memory,
}: {
  count: number;
  /** Must stay the same function while the rows do. */
  keyOf: (index: number) => string;
  keptIndex: number | undefined;
  body: RefObject<HTMLElement | null>;
  memory: Pick<TableMemory, 'rowPx'>;
}): PageRows {
  const [measuredTopPx, setTopPx] = useState<number>();
  const topPx = measuredTopPx ?? 0;
  const rangeExtractor = useCallback(
    (range: Parameters<typeof defaultRangeExtractor>[0]) => {
      const indexes = defaultRangeExtractor(range);
      if (keptIndex === undefined || keptIndex >= range.count || indexes.includes(keptIndex)) {
        return indexes;
      }
      return [...indexes, keptIndex].sort((one, other) => one - other);
    },
    [keptIndex],
  );
  const virtualizer = useWindowVirtualizer<HTMLTableRowElement>({
    count,
    getItemKey: keyOf,
    estimateSize: () => memory.rowPx ?? USUAL_ROW_PX,
    overscan: ROWS_AROUND,
    scrollMargin: topPx,
    rangeExtractor,
  });
  const items = virtualizer.getVirtualItems();

  /** All rows after one layout of the page; an observer for each would cost several. */
  const measureRows = useCallback(() => {
    const element = body.current;
    if (element === null) return;
    setTopPx(Math.round(element.getBoundingClientRect().top + window.scrollY));
    for (const row of element.children) {
      // To the fraction: what is rounded adds up to rows that jump as others come and go.
      const { height } = row.getBoundingClientRect();
      if (height === 0) continue;
      memory.rowPx = height;
      virtualizer.resizeItem(virtualizer.indexFromElement(row as HTMLTableRowElement), height);
    }
  }, [body, memory, virtualizer]);
  useLayoutEffect(measureRows);
  useEffect(() => {
    const element = body.current;
    if (element === null) return;
    let widthPx = element.clientWidth;
    let frame = 0;
    const observer = new ResizeObserver(() => {
      // Within the observation itself a change would be observed again, which browsers complain of.
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        // In another width no row is as high as it was.
        if (element.clientWidth !== widthPx) virtualizer.measure();
        widthPx = element.clientWidth;
        measureRows();
      });
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [body, measureRows, virtualizer]);

  let endPx = topPx;
  const rows = items.map((item, position) => {
    const gapPx = position === 0 ? 0 : item.start - endPx;
    endPx = item.end;
    return { index: item.index, gapPx };
  });
  const first = items[0];
  return {
    rows,
    abovePx: first === undefined ? 0 : first.start - topPx,
    belowPx: Math.max(0, virtualizer.getTotalSize() + topPx - endPx),
    startOf: (index) =>
      measuredTopPx === undefined ? undefined : virtualizer.measurementsCache[index]?.start,
    firstSeen: virtualizer.range?.startIndex ?? 0,
    lastRendered: items.at(-1)?.index ?? -1,
  };
}
