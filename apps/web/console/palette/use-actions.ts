import type { StaffUser } from '@deskbell/protocol';
import { useNavigate } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { areasFor } from '../areas.ts';
import { setDockOpen } from '../chat/dock-open.ts';
import { useAskAubs } from '../chat/use-ask-aubs.ts';
import { live } from '../live/live.ts';
import { useSignOut } from '../shell/sign-out.ts';
import type { PaletteEntry } from './palette-entry.ts';

/** Where one may go, and what one may do from anywhere. */
export function useActions(props: { me: StaffUser; onKeys: () => void }): readonly PaletteEntry[] {
  const { me, onKeys } = props;
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { isPaused } = useSyncExternalStore(live.subscribe, live.getStatus);
  const places = areasFor(me).map(
    ({ path, title, hint, icon, key }): PaletteEntry => ({
      id: `area-${key}`,
      group: 'Go to',
      icon,
      title,
      hint,
      key: `g ${key}`,
      run: () => void navigate({ to: path }),
    }),
  );
  const actions: PaletteEntry[] = [
    {
      id: 'chat',
      group: 'Do',
      icon: 'chat',
      title: 'Open the chat with AUBS',
      hint: 'ask',
      key: 'Mod+j',
      run: () => setDockOpen(true),
    },
    {
      id: 'live',
      group: 'Do',
      icon: 'retry',
      title: isPaused ? 'Resume live' : 'Pause live',
      hint: isPaused ? 'show what has changed, and what changes' : 'hold everything still',
      run: () => (isPaused ? live.resume() : live.pause()),
    },
    {
      id: 'keys',
      group: 'Do',
      icon: 'keyboard',
      title: 'All keys',
      hint: 'keyboard shortcuts',
      key: '?',
      run: onKeys,
    },
    {
      id: 'website',
      group: 'Do',
      icon: 'open',
      title: 'The website',
      hint: 'what customers see',
      run: () => location.assign('/'),
    },
    {
      id: 'docs',
      group: 'Do',
      icon: 'book',
      title: 'API documentation',
      run: () => location.assign('/docs'),
    },
  ];
  if (!me.is_open_mode) {
    actions.push({
      id: 'sign-out',
      group: 'Do',
      icon: 'leave',
      title: 'Sign out',
      run: () => void signOut(),
    });
  }
  return [...places, ...actions];
}

/** `Ask AUBS "<words>"`, for whatever was typed. */
export function useAskEntry(words: string): PaletteEntry | undefined {
  const ask = useAskAubs();
  if (words.trim().length < 2) return undefined;
  return {
    id: 'ask',
    group: 'Do',
    icon: 'chat',
    title: `Ask AUBS “${words.trim()}”`,
    run: () => ask(words.trim()),
  };
}
