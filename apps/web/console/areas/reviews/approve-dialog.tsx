import type { Review } from '@deskbell/protocol';
import type { ReactNode } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { Reasons } from './reasons.tsx';

/** Asks once more, with the dangers in view. */
export function ApproveDialog(props: {
  review: Review;
  isOpen: boolean;
  isRunning: boolean;
  error: string | undefined;
  onApprove: () => void;
  onClose: () => void;
}): ReactNode {
  const { review, isOpen, isRunning, error, onApprove, onClose } = props;
  return (
    <Dialog title={`Approve in spite of a ${review.risk} risk?`} isOpen={isOpen} onClose={onClose}>
      <Reasons review={review} />
      {error !== undefined && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          Back
        </button>
        <button
          type="button"
          className="button button-danger"
          aria-disabled={isRunning}
          onClick={onApprove}
        >
          {isRunning ? 'Deciding…' : 'Approve all the same'}
        </button>
      </div>
    </Dialog>
  );
}
