import { useLayoutEffect, useRef } from 'react';

/**
 * Keeps a row where it is on the screen while rows above it come and go, or something above the
 * table does: the window scrolls by as much as the row has moved. `release` lets it go once.
 */
export function useHeldRow({
  heldId,
  startOf,
}: {
  /** The row that has the focus, or the first that can be seen. */
  heldId: string | undefined;
  /** Where a row begins in the page, in pixels; undefined when it is not among the rows. */
  startOf: (id: string) => number | undefined;
}): { release: () => void } {
  const held = useRef<{ id: string; startPx: number }>(undefined);
  useLayoutEffect(() => {
    const before = held.current;
    const nowPx = before && startOf(before.id);
    const movedPx = before === undefined || nowPx === undefined ? 0 : nowPx - before.startPx;
    if (Math.abs(movedPx) >= 1) window.scrollBy({ top: movedPx, behavior: 'instant' });
    const startPx = heldId === undefined ? undefined : startOf(heldId);
    held.current =
      heldId === undefined || startPx === undefined ? undefined : { id: heldId, startPx };
  });
  return {
    release: () => {
      held.current = undefined;
    },
  };
}
