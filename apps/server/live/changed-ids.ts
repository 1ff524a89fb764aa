import { isUuid } from '../platform/is-uuid.ts';
import type { ChangedKind } from '../platform/record-changes.ts';

/** What changed since the last batch, by kind; a booking by its number, the others by their id. */
export type ChangedIds = Readonly<Record<ChangedKind | 'execution', ReadonlySet<string>>>;

/** Collects what changed, each record once. */
export interface ChangeCollector {
  readonly size: number;
  /** What is no id is left out: it can name no record. */
  add(kind: keyof ChangedIds, id: string): void;
  /** Everything collected; from then on it is empty. */
  take(): ChangedIds;
}

const NUMBER = /^TT-\d{6,18}$/;

const createEmpty = () => ({
  execution: new Set<string>(),
  task: new Set<string>(),
  deadline: new Set<string>(),
  notification: new Set<string>(),
  booking: new Set<string>(),
});

export function createChangeCollector(): ChangeCollector {
  let ids = createEmpty();
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(kind, id) {
      if (ids[kind].has(id) || !(kind === 'booking' ? NUMBER.test(id) : isUuid(id))) return;
      ids[kind].add(id);
      size += 1;
    },
    take() {
      const taken = ids;
      ids = createEmpty();
      size = 0;
      return taken;
    },
  };
}
