import { type PointerEvent, useState } from 'react';

const STORED_AS = 'deskbell.console.chat-width';
const USUAL = 380;
export const NARROWEST = 320;
export const WIDEST = 640;

const within = (width: number): number => Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));

/** Storage may be refused or hold anything. */
function readStored(): number {
  try {
    return within(Number(localStorage.getItem(STORED_AS)) || USUAL);
  } catch {
    return USUAL;
  }
}

/** How wide the chat is, in CSS pixels; kept for the next page. */
export function useChatWidth(): {
  width: number;
  setWidth: (width: number) => void;
  /** Follows the pointer until it is let go. */
  dragFrom: (event: PointerEvent<HTMLElement>) => void;
} {
  const [width, setShown] = useState(readStored);

  const setWidth = (wanted: number): void => {
    const next = within(wanted);
    setShown(next);
    try {
      localStorage.setItem(STORED_AS, String(next));
    } catch {
      // Only the next page forgets it.
    }
  };
  const dragFrom = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    const edge = event.currentTarget;
    const isRtl = document.documentElement.dir === 'rtl';
    const startX = event.clientX;
    const end = new AbortController();
    edge.setPointerCapture(event.pointerId);
    edge.addEventListener(
      'pointermove',
      (move) =>
        setWidth(width + (startX - (move as globalThis.PointerEvent).clientX) * (isRtl ? -1 : 1)),
      { signal: end.signal },
    );
    // Also when the column closes meanwhile: the element and its listeners go together.
    for (const type of ['pointerup', 'pointercancel', 'lostpointercapture']) {
      edge.addEventListener(type, () => end.abort(), { signal: end.signal });
    }
  };
  return { width, setWidth, dragFrom };
}
