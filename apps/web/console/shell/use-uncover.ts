import { useEffect } from 'react';
import { setDockOpen } from '../chat/dock-open.ts';
import { usePeek } from '../peek/use-peek.ts';

const COVERS = '.peek, .chat-column';
const INSET_PX = 3;

/** What lies over all of an element that can be seen in the window; undefined when nothing does. */
function coverOf(element: Element): Element | undefined {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  const places = [left + INSET_PX, middle.x, right - INSET_PX].flatMap((x) =>
    [top + INSET_PX, middle.y, bottom - INSET_PX].map((y) => document.elementFromPoint(x, y)),
  );
  const covers = places.flatMap((seen) => (seen === null ? [] : [seen.closest(COVERS)]));
  const [first] = covers;
  return covers.every((cover) => cover !== null) ? (first ?? undefined) : undefined;
}

/** Whatever the keyboard leads to can be seen: the drawer or the chat over it closes. */
export function useUncover(): void {
  const { close } = usePeek();
  useEffect(() => {
    let frame = 0;
    const look = ({ target }: FocusEvent): void => {
      cancelAnimationFrame(frame);
      if (!(target instanceof Element) || !target.matches('.content *') || target.id === 'main')
        return;
      // What opens over it afterwards is what its reader wants to see.
      const before = new Set(document.querySelectorAll(COVERS));
      // The browser scrolls to it first.
      const uncover = (): void => {
        const cover = document.activeElement === target ? coverOf(target) : undefined;
        if (cover === undefined || !before.delete(cover)) return;
        if (cover.matches('.peek')) close();
        else setDockOpen(false);
        // The other one may lie over it as well.
        frame = requestAnimationFrame(uncover);
      };
      frame = requestAnimationFrame(uncover);
    };
    document.addEventListener('focusin', look);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('focusin', look);
    };
  }, [close]);
}
