import { useRef } from 'react';
import { isDockOpen, toggleDock, useDockOpen } from '../chat/dock-open.ts';
import { useShortcut } from '../keys/use-shortcut.ts';

/** The keys that open what lies over or beside every area. */
export function ShellKeys(props: { onKeys: () => void; onPalette: () => void }): null {
  const isChatOpen = useDockOpen();
  const openedFrom = useRef<Element>(null);
  useShortcut({
    key: 'Mod+k',
    label: 'Go to, search, do',
    group: 'Everywhere',
    run: props.onPalette,
  });
  useShortcut({
    key: 'Mod+j',
    label: isChatOpen ? 'Close the chat' : 'Ask AUBS',
    group: 'Everywhere',
    run: () => {
      const focused = document.activeElement;
      const hadFocus = focused?.closest('.chat-column') != null;
      toggleDock();
      if (isDockOpen()) openedFrom.current = focused;
      if (isDockOpen() || !hadFocus) return;
      const { current: from } = openedFrom;
      const isThere = from instanceof HTMLElement && from.isConnected && from !== document.body;
      (isThere ? from : document.getElementById('main'))?.focus({ preventScroll: true });
    },
  });
  useShortcut({ key: '?', label: 'All keys', group: 'Everywhere', run: props.onKeys });
  return null;
}
