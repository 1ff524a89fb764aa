import type { Review } from '@deskbell/protocol';
import { showToast } from '../../ui/toast.tsx';
import { nextPending, readPending } from './read-reviews.ts';

/** The review to be shown with the focus on it, as it follows one that was decided. */
let following: string | undefined;

/** Whether this is the one that follows; a second asking says no. */
export function takesFocus(id: string): boolean {
  const isIt = following === id;
  if (isIt) following = undefined;
  return isIt;
}

/** The next review that waits; undefined, and said so, when none does or the server is away. */
export async function findNext(decided: Review): Promise<Review | undefined> {
  const pending = await readPending().catch(() => undefined);
  if (pending === undefined) return undefined;
  const next = nextPending(pending, decided);
  if (next === undefined)
    showToast({ tone: 'good', text: 'Nothing waits for a decision any more.' });
  following = next?.id;
  return next;
}
