import { type RefObject, useCallback, useEffect, useRef } from 'react';

/** Gives the focus back to where it was on the page before it came into `inside`. */
export function useReturnFocus(inside: RefObject<HTMLElement | null>): () => void {
  const before = useRef<Element | null>(null);
  useEffect(() => {
    const remember = ({ target }: Event): void => {
      if (target instanceof HTMLElement && !inside.current?.contains(target)) {
        before.current = target;
      }
    };
    if (document.activeElement !== document.body) {
      remember({ target: document.activeElement } as Event);
    }
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, [inside]);

  return useCallback(() => {
    const { current } = before;
    const known = current instanceof HTMLElement && current.isConnected ? current : null;
    (known ?? document.querySelector<HTMLElement>('main h1, main'))?.focus();
    // What cannot take the focus leaves it where it is: then at least it is not in the chat.
    if (inside.current?.contains(document.activeElement)) {
      (document.activeElement as HTMLElement).blur();
    }
  }, [inside]);
}
