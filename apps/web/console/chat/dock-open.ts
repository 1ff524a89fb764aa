import { useSyncExternalStore } from 'react';

const STORED_AS = 'deskbell.console.chat';

/** Storage may be refused: then the chat begins closed on every page. */
function readStored(): boolean {
  try {
    return localStorage.getItem(STORED_AS) === 'open';
  } catch {
    return false;
  }
}

function store(isOpen: boolean): void {
  try {
    localStorage.setItem(STORED_AS, isOpen ? 'open' : 'closed');
  } catch {
    // Only the next page forgets it.
  }
}

const listeners = new Set<() => void>();
let isOpen: boolean | undefined;

/** Whether the chat is open; kept for the next page. */
export const isDockOpen = (): boolean => {
  isOpen ??= readStored();
  return isOpen;
};

export function setDockOpen(value: boolean): void {
  if (isDockOpen() === value) return;
  isOpen = value;
  store(value);
  for (const listener of listeners) listener();
}

export const toggleDock = (): void => setDockOpen(!isDockOpen());

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useDockOpen = (): boolean => useSyncExternalStore(subscribe, isDockOpen);
