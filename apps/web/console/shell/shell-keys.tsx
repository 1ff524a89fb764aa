import { isDockOpen, toggleDock, useDockOpen } from '../chat/dock-open.ts';
import { useShortcut } from '../keys/use-shortcut.ts';

/** The keys that open what lies over or beside every area. */
export function ShellKeys(props: { onKeys: () => void; onPalette: () => void }): null {
  const isChatOpen = useDockOpen();
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
      const hadFocus = document.activeElement?.closest('.chat-column') != null;
      toggleDock();
      if (!isDockOpen() && hadFocus) document.getElementById('main')?.focus();
    },
  });
  useShortcut({ key: '?', label: 'All keys', group: 'Everywhere', run: props.onKeys });
  return null;
}
