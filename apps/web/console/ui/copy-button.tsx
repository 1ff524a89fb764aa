import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { showToast } from './toast.tsx';

/** Copies `text`; `label` says what is copied: 'Copy the key'. */
export function CopyButton({ text, label }: { text: string; label: string }): ReactNode {
  const copy = async (): Promise<void> => {
    try {
      // Missing on plain HTTP addresses that are not this machine's.
      await navigator.clipboard.writeText(text);
      showToast({ tone: 'good', text: 'Copied.' });
    } catch {
      showToast({
        tone: 'bad',
        text: 'The browser did not let this be copied. Select the text and copy it by hand.',
      });
    }
  };
  return (
    <button type="button" className="button button-small" onClick={() => void copy()}>
      <Icon name="copy" />
      {label}
    </button>
  );
}
