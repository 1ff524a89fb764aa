import type { Review } from '@deskbell/protocol';
import type { ReactNode } from 'react';
import { useMe } from '../../api/me.ts';
import { When } from '../../ui/when.tsx';

/** Who decided, when and why. */
export function Decided({
  review,
  cameTooLate,
}: {
  review: Review;
  cameTooLate: boolean;
}): ReactNode {
  const { status, decided_at, decided_by, decided_by_name, note } = review;
  const isMine = decided_by === useMe().user_id;
  if (status === 'pending') return null;
  return (
    <div
      className={cameTooLate ? 'notice notice-problem' : 'notice'}
      role={cameTooLate ? 'alert' : undefined}
    >
      <div>
        <p>
          {cameTooLate && <strong>{lateWords(isMine)} </strong>}
          <strong>{decided_by_name ?? 'Somebody'}</strong> {status} this
          {decided_at !== null && (
            <>
              {' '}
              (<When at={decided_at} />)
            </>
          )}
          .
        </p>
        {note !== null && (
          <p className="plain-text" dir="auto">
            “{note}”
          </p>
        )}
      </div>
    </div>
  );
}

/** An answer that never came may have been a yes: a second try is refused then, and nothing is lost. */
const lateWords = (isMine: boolean): string =>
  isMine
    ? 'You had decided this before; what you have just sent was not taken.'
    : 'Somebody was faster; your decision was not taken.';
