import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Icon } from './icon.tsx';

const FIRST_CONTROL =
  '.dialog-body :is(input, select, textarea, button, a[href]):not(:disabled, [type="hidden"])';

export interface DialogProps {
  title: string;
  isOpen: boolean;
  /** Called for Escape, the button in the corner and a click beside the dialog. */
  onClose: () => void;
  /** For tables and long texts. */
  isWide?: true;
  children: ReactNode;
}

/**
 * A modal dialog of the browser's own. What is in it lives while it is open; closed, the focus goes
 * back to where it was. The first control in its body gets the focus.
 */
export function Dialog(props: DialogProps): ReactNode {
  return props.isOpen ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ title, onClose, isWide, children }: DialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const headingId = useId();

  useEffect(() => {
    const element = dialog.current;
    const returnTo = document.activeElement;
    if (element === null) return;
    element.showModal();
    element.querySelector<HTMLElement>(FIRST_CONTROL)?.focus();
    return () => {
      element.close();
      if (returnTo instanceof HTMLElement && returnTo.isConnected) returnTo.focus();
    };
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same, by the browser itself
    <dialog
      ref={dialog}
      className={isWide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={headingId}
      onCancel={(event) => {
        // A file picker or a menu inside is cancelled too, and that event bubbles.
        if (event.target !== dialog.current) return;
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className="dialog-head">
        <h2 id={headingId}>{title}</h2>
        <button
          type="button"
          className="button button-quiet button-icon"
          aria-label="Close"
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </div>
      <div className="dialog-body">{children}</div>
    </dialog>
  );
}
