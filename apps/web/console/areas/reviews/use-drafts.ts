import { useEffect, useState } from 'react';
import { setUnsaved } from '../tasks/unsaved.ts';
import type { ActionDraft, ActionDrafts } from './action-drafts.ts';

/** By the review's id: closing it, or looking at another one, loses nothing that was written. */
const kept = new Map<string, ActionDrafts>();

/** What somebody has written about the actions of a review, until it is decided. */
export function useDrafts(
  reviewId: string,
  { isPending }: { isPending: boolean },
): {
  drafts: ActionDrafts;
  setDraft: (actionId: string, draft: ActionDraft) => void;
  forget: () => void;
} {
  const [drafts, setDrafts] = useState<ActionDrafts>(() => kept.get(reviewId) ?? {});
  function keep(next: ActionDrafts): void {
    const isUnsaved = Object.keys(next).length > 0;
    if (isUnsaved) kept.set(reviewId, next);
    else kept.delete(reviewId);
    setUnsaved(`review ${reviewId}`, isUnsaved);
    setDrafts(next);
  }
  // Somebody else may decide it.
  useEffect(() => {
    if (isPending || !kept.delete(reviewId)) return;
    setUnsaved(`review ${reviewId}`, false);
    setDrafts({});
  }, [isPending, reviewId]);
  return {
    drafts,
    setDraft: (actionId, draft) => keep({ ...drafts, [actionId]: draft }),
    forget: () => keep({}),
  };
}
