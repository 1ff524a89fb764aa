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
let wasOpened = false;

/** Whether the chat is open; kept for the next page. */
export const isDockOpen = (): boolean => {
  isOpen ??= readStored();
  return isOpen;
};

export function setDockOpen(value: boolean): void {
  if (isDockOpen() === value) return;
  isOpen = value;
  wasOpened = value;
  store(value);
  for (const listener of listeners) listener();
}

/** Whether a person has opened it on this page: only then may it take the focus. */
export const wasOpenedHere = (): boolean => wasOpened;

export const toggleDock = (): void => setDockOpen(!isDockOpen());

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useDockOpen = (): boolean => useSyncExternalStore(subscribe, isDockOpen);
