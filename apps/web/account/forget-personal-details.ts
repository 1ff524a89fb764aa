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

/** The chat begins anew, and closed. */
export const forgetThread = (): void => {
  remove(() => localStorage, THREAD_KEY);
  remove(() => sessionStorage, OPEN_KEY);
};

/** At signing out: the wizard's draft goes as a whole, with name, addresses and telephone number. */
export const forgetPersonalDetails = (): void => {
  remove(() => sessionStorage, DRAFT_KEY);
};
