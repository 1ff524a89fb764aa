import { type ReactNode, useEffect, useRef, useSyncExternalStore } from 'react';
import { Icon } from './icon.tsx';

export interface Toast {
  tone: 'good' | 'bad';
  /** A sentence. */
  text: string;
}

const SHOWN_MS = 6_000;
const MOST = 3;

let shown: readonly (Toast & { id: number })[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function set(toasts: typeof shown): void {
  shown = toasts;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Says one sentence at the foot of the page. One that says what went wrong stays until it is closed. */
export function showToast(toast: Toast): void {
  lastId += 1;
  set([...shown, { ...toast, id: lastId }].slice(-MOST));
}

const dismiss = (id: number): void => set(shown.filter((toast) => toast.id !== id));

/** Where they appear; the shell has it once. The region is there before the words are, to be read. */
export function Toasts(): ReactNode {
  const toasts = useSyncExternalStore(subscribe, () => shown);
  const region = useRef<HTMLElement>(null);

  // Above an open dialog too: the top layer is in the order of opening.
  useEffect(() => {
    const element = region.current;
    if (element?.matches(':popover-open')) element.hidePopover();
    if (toasts.length > 0) element?.showPopover();
  }, [toasts]);

  return (
    <>
      <div className="visually-hidden" role="status" aria-label="Messages">
        {toasts.map(({ id, text }) => (
          <p key={id}>{text}</p>
        ))}
      </div>
      <section className="toasts" ref={region} popover="manual" aria-label="Messages shown">
        {toasts.map((toast) => (
          <ToastLine key={toast.id} {...toast} />
        ))}
      </section>
    </>
  );
}

function ToastLine({ id, tone, text }: Toast & { id: number }): ReactNode {
  useEffect(() => {
    if (tone === 'bad') return;
    const timer = setTimeout(() => dismiss(id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [id, tone]);

  return (
    <div className={`toast toast-${tone}`}>
      <span>{text}</span>
      <button
        type="button"
        className="button button-quiet button-icon button-small"
        aria-label="Dismiss"
        onClick={() => {
          dismiss(id);
          // Dismissed by a key, the button would take the focus with it.
          if (document.activeElement?.closest('.toasts') == null) return;
          document.getElementById('main')?.focus({ preventScroll: true });
        }}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
