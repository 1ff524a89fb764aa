import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import { Dialog } from '../../ui/dialog.tsx';

const MOST_CHARACTERS = 1_000;

/** Asks why; `onReject` is called with the reason, once it is there. */
export function RejectDialog(props: {
  isOpen: boolean;
  isRunning: boolean;
  error: string | undefined;
  onReject: (note: string) => void;
  onClose: () => void;
}): ReactNode {
  return (
    <Dialog title="Reject what is proposed?" isOpen={props.isOpen} onClose={props.onClose}>
      <RejectForm {...props} />
    </Dialog>
  );
}

function RejectForm(props: Parameters<typeof RejectDialog>[0]): ReactNode {
  const { isRunning, error, onReject, onClose } = props;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [note, setNote] = useState('');
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isRunning) return;
    if (note.trim() === '') {
      setMissing(true);
      field.current?.focus();
      return;
    }
    onReject(note.trim());
  };
  const described = isMissing ? `${id}-problem ${id}-hint` : `${id}-hint`;
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p>Nothing of it will be done. The mail itself stays.</p>
      <div className="field">
        <label htmlFor={id}>Why not?</label>
        <textarea
          ref={field}
          id={id}
          className="input"
          rows={4}
          maxLength={MOST_CHARACTERS}
          value={note}
          aria-required
          aria-invalid={isMissing || undefined}
          aria-describedby={described}
          onChange={({ target }) => {
            setNote(target.value);
            setMissing(false);
          }}
        />
        {isMissing && (
          <span className="field-error" id={`${id}-problem`}>
            Write why, so that others understand the decision.
          </span>
        )}
        <span className="field-hint" id={`${id}-hint`}>
          It is kept with the review, under your name.
        </span>
      </div>
      {error !== undefined && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          Back
        </button>
        <button type="submit" className="button button-danger" aria-disabled={isRunning}>
          {isRunning ? 'Rejecting…' : 'Reject'}
        </button>
      </div>
    </form>
  );
}
