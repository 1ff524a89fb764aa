import type { Draft } from './draft.ts';
import { parseDraft } from './parse-draft.ts';

const KEY = 'deskbell.booking';

export interface DraftStorage {
  /** The stored draft; undefined when there is none, or none that can be read. */
  read(): Draft | undefined;
  write(draft: Draft): void;
  clear(): void;
  /** Whether what was kept is gone, without `clear`: somebody signed out in this browser. */
  isLost(): boolean;
}

/**
 * Keeps the draft for this tab. `open` gives the browser's storage and may throw, as reading or
 * writing may: where storage is forbidden or full the wizard goes on without it.
 */
export const createDraftStorage = (open: () => Storage): DraftStorage => {
  const attempt = <Value>(use: (storage: Storage) => Value): Value | undefined => {
    try {
      return use(open());
    } catch {
      return undefined;
    }
  };
  let isKept = false;
  return {
    read: () => {
      const draft = parseDraft(attempt((storage) => storage.getItem(KEY)) ?? '');
      isKept = draft !== undefined;
      return draft;
    },
    write: (draft) => {
      const isWritten = attempt((storage) => {
        storage.setItem(KEY, JSON.stringify(draft));
        return true;
      });
      isKept = isWritten === true;
    },
    clear: () => {
      isKept = false;
      attempt((storage) => storage.removeItem(KEY));
    },
    isLost: () => isKept && attempt((storage) => storage.getItem(KEY)) === null,
  };
};
