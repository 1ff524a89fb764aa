import type { MouseEvent, ReactNode } from 'react';
import type { Edit } from './record-edits.ts';

/** What became of a change that was not saved, and what to do with it. Nothing while all is well. */
export function EditNotice<Fields>(props: {
  edit: Edit<Fields> | undefined;
  /** The fields that were to change, as they are now and as they were wanted. */
  now: string;
  wanted: string;
  onSave: () => void;
  onDrop: () => void;
}): ReactNode {
  const { edit, now, wanted, onSave, onDrop } = props;
  if (edit === undefined || edit.phase === 'saving') return null;
  const isConflict = edit.phase === 'conflict';
  /** The buttons go with what they answer: the focus goes to their row or view. */
  const answer = (run: () => void) => (event: MouseEvent<HTMLElement>) => {
    event.currentTarget.closest<HTMLElement>('[data-index], .record-view')?.focus();
    run();
  };
  return (
    <div className="edit-notice" role="alert">
      <p>
        <strong>{isConflict ? 'Somebody else changed it.' : 'Not saved.'}</strong>{' '}
        {isConflict ? `It says now: ${now}.` : edit.problem} You wanted: {wanted}.
      </p>
      <div className="row">
        <button type="button" className="button button-small" onClick={answer(onSave)}>
          {isConflict ? 'Save mine' : 'Try again'}
        </button>
        <button type="button" className="button button-small" onClick={answer(onDrop)}>
          {isConflict ? 'Keep theirs' : 'Leave it'}
        </button>
      </div>
    </div>
  );
}
