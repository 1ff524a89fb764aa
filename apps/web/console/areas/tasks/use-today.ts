import { useSyncExternalStore } from 'react';
import { useMe } from '../../api/me.ts';
import { dayOf } from '../../ui/time-words.ts';

/** A page stays open over midnight. */
const LOOK_EVERY_MS = 30_000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One timer for all rows. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const tell of [...listeners]) tell();
  }, LOOK_EVERY_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The business's day that it is now, wherever the browser is. */
export function useToday(): string {
  const { business } = useMe();
  return useSyncExternalStore(subscribe, () => dayOf(new Date(), business.time_zone));
}
