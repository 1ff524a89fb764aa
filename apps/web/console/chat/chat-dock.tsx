import type { ReactNode } from 'react';

/** The chat with AUBS, for the shell's right column. */
export function ChatDock({ onClose }: { onClose: () => void }): ReactNode {
  return (
    <button type="button" className="button" onClick={onClose}>
      Close the chat
    </button>
  );
}
