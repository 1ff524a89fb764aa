/** Keys of what pages keep in this browser about a person; their owners say what is in them. */
const DRAFT_KEY = 'deskbell.booking';
const THREAD_KEY = 'deskbell.thread';
const OPEN_KEY = 'deskbell.open';

const remove = (storageOf: () => Storage, key: string): void => {
  try {
    storageOf().removeItem(key);
  } catch {
    // Storage may be switched off: then nothing was kept either.
  }
};

/** The thread's id; null when there is none, or storage is switched off. */
const storedThread = (): string | null => {
  try {
    return localStorage.getItem(THREAD_KEY);
  } catch {
    return null;
  }
};

/** The chat begins anew, and closed; where it is open in another tab, it is emptied there. */
export const forgetThread = (): void => {
  const threadId = storedThread();
  remove(() => localStorage, THREAD_KEY);
  remove(() => sessionStorage, OPEN_KEY);
  if (threadId === null) return;
  // The widget's own note between tabs (its core/tabs.ts), on the channel named like the key.
  const channel = new BroadcastChannel(THREAD_KEY);
  channel.postMessage({ type: 'thread_left', threadId });
  channel.close();
};

/** At signing out: the wizard's draft goes as a whole, with name, addresses and telephone number. */
export const forgetPersonalDetails = (): void => {
  remove(() => sessionStorage, DRAFT_KEY);
};
