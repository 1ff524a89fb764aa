import { type RefObject, useEffect, useRef, useState } from 'react';

interface Target {
  /** Of `data-quote` or `data-entry`. */
  attribute: 'data-quote' | 'data-entry';
  id: string;
}

/**
 * Brings the focus to a quote in the mail or to its entry in the list beside it, once what has to be
 * opened for it is open. `reveal` may be called again for the same one.
 */
export function useReveal(container: RefObject<HTMLElement | null>): (target: Target) => void {
  const [target, setTarget] = useState<Target>();
  const shown = useRef<Target>(undefined);
  useEffect(() => {
    if (target === undefined || shown.current === target) return;
    shown.current = target;
    const selector = `[${target.attribute}="${CSS.escape(target.id)}"]`;
    const element = container.current?.querySelector<HTMLElement>(selector);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'center' });
  }, [container, target]);
  return (next) => setTarget({ ...next });
}
