import type { Draft } from './draft.ts';
import { parseDraft } from './parse-draft.ts';

const KEY = 'deskbell.booking';

export interface DraftStorage {
  /** The stored draft; undefined when there is none, or none that can be read. */
  read(): Draft | undefined;
  write(draft: Draft): void;
  clear(): void;
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
  return {
    read: () => parseDraft(attempt((storage) => storage.getItem(KEY)) ?? ''),
    write: (draft) => attempt((storage) => storage.setItem(KEY, JSON.stringify(draft))),
    clear: () => attempt((storage) => storage.removeItem(KEY)),
  };
};
