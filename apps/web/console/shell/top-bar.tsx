import type { StaffUser } from '@deskbell/protocol';
import { type ReactNode, useCallback, useState } from 'react';
import { toggleDock, useDockOpen } from '../chat/dock-open.ts';
import { isApple, sayKeys } from '../keys/key-names.ts';
import { LiveChip } from '../live/live-chip.tsx';
import { Icon } from '../ui/icon.tsx';
import { Brand } from './brand.tsx';
import { NavigationDrawer } from './navigation.tsx';
import { UserMenu } from './user-menu.tsx';

export interface TopBarProps {
  me: StaffUser;
  /** Something lies over all of it. */
  isCovered: boolean;
  onPalette: () => void;
  onKeys: () => void;
}

export function TopBar({ me, isCovered, onPalette, onKeys }: TopBarProps): ReactNode {
  const isChatOpen = useDockOpen();
  const [isMenuOpen, setIsMenuOpen] = useState(false);
  const closeMenu = useCallback(() => setIsMenuOpen(false), []);
  return (
    <header className="top-bar" inert={isCovered}>
      <button
        type="button"
        className="bar-button top-bar-menu"
        aria-label="Menu"
        aria-haspopup="dialog"
        onClick={() => setIsMenuOpen(true)}
      >
        <Icon name="menu" />
      </button>
      <Brand name={me.business.name} />
      <button
        type="button"
        className="palette-button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={onPalette}
      >
        <Icon name="search" />
        <span className="palette-button-words">Go to, search, do</span>
        <span className="palette-button-keys" aria-hidden="true">
          {sayKeys('Mod+k', { isApple: isApple() }).map((part) => (
            <kbd key={part}>{part}</kbd>
          ))}
        </span>
      </button>
      <div className="top-bar-end">
        <LiveChip />
        <button
          type="button"
          className="bar-button chat-button"
          aria-pressed={isChatOpen}
          aria-keyshortcuts="Control+J Meta+J"
          onClick={toggleDock}
        >
          <Icon name="chat" />
          <span className="bar-button-words">Ask AUBS</span>
        </button>
        <UserMenu me={me} onKeys={onKeys} />
      </div>
      {isMenuOpen && <NavigationDrawer me={me} onClose={closeMenu} />}
    </header>
  );
}
