import { type RefObject, useRef } from 'react';
import { useShortcut } from '../../keys/use-shortcut.ts';

/**
 * The next review takes the place of one that was decided: a key that was meant for the one before
 * decides nothing that nobody has seen.
 */
const UNSEEN_MS = 700;

/** a, e and x of one review. Where two are shown, of the one that the focus is in. */
export function useReviewKeys(props: {
  container: RefObject<HTMLElement | null>;
  isActive: boolean;
  onApprove: () => void;
  onEdit?: () => void;
  onReject: () => void;
}): void {
  const { container, isActive, onApprove, onEdit, onReject } = props;
  const shownAtMs = useRef<number>(undefined);
  shownAtMs.current ??= performance.now();
  const forThisOne =
    (run: (event: KeyboardEvent) => void) =>
    (event: KeyboardEvent): unknown => {
      const around = document.activeElement?.closest('.review-view') ?? container.current;
      if (around !== container.current) return false;
      if (!event.repeat) run(event);
      return true;
    };
  const approveSeen = ({ timeStamp }: KeyboardEvent): void => {
    if (timeStamp - (shownAtMs.current ?? 0) >= UNSEEN_MS) onApprove();
  };
  useShortcut({
    key: 'a',
    label: 'Approve the review',
    group: 'This page',
    isActive,
    run: forThisOne(approveSeen),
  });
  useShortcut({
    key: 'e',
    label: 'Edit what is proposed',
    group: 'This page',
    isActive: isActive && onEdit !== undefined,
    run: forThisOne(() => onEdit?.()),
  });
  useShortcut({
    key: 'x',
    label: 'Reject the review',
    group: 'This page',
    isActive,
    run: forThisOne(onReject),
  });
}
