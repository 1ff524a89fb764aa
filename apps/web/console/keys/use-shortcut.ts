import { useEffect, useEffectEvent } from 'react';
import { addShortcut, type Shortcut } from './shortcuts.ts';

/**
 * A key that works while the component is there and `isActive` (which it is unless told), and
 * stands in the `?` sheet for that long. Not while somebody types, nor under a modal dialog.
 */
export function useShortcut(shortcut: Shortcut & { isActive?: boolean }): void {
  const { key, label, group, isActive = true } = shortcut;
  const run = useEffectEvent(shortcut.run);
  useEffect(() => {
    if (!isActive) return;
    return addShortcut({ key, label, group, run: (event) => run(event) });
  }, [key, label, group, isActive]);
}
