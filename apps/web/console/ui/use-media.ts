import { useCallback, useSyncExternalStore } from 'react';

/** Where drawers cover the whole page; the style sheets say the same. */
export const PHONE = '(max-width: 719px)';

/** Whether a media query holds, as it changes. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
