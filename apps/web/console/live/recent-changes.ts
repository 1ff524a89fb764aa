import type { LiveChanges } from '@deskbell/protocol';

/** No answer is waited for longer. */
const KEPT_MS = 60_000;

/** What was told lately, for answers that were read before it and arrive after it. */
export interface RecentChanges {
  add: (changes: LiveChanges) => void;
  /** A mark to ask from later. */
  now: () => number;
  since: (mark: number) => readonly LiveChanges[];
}

export function createRecentChanges(clockMs = () => performance.now()): RecentChanges {
  let count = 0;
  let kept: { number: number; atMs: number; changes: LiveChanges }[] = [];
  return {
    add(changes) {
      const nowMs = clockMs();
      count += 1;
      kept = kept.filter(({ atMs }) => atMs > nowMs - KEPT_MS);
      kept.push({ number: count, atMs: nowMs, changes });
    },
    now: () => count,
    since: (mark) => kept.flatMap(({ number, changes }) => (number > mark ? [changes] : [])),
  };
}
