import { useCallback, useSyncExternalStore } from 'react';

let activeId: string | undefined;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Says which row the focus is in or was last. */
export function setActiveRow(id: string | undefined): void {
  if (id === activeId) return;
  activeId = id;
  for (const listener of listeners) listener();
}

/** Whether Tab goes from the row to what can be changed in it: in one row at a time, not in all. */
export const useRowTabIndex = (id: string): 0 | -1 =>
  useSyncExternalStore(
    subscribe,
    useCallback(() => (activeId === id ? 0 : -1), [id]),
  );
