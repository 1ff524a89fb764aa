import { type ReactNode, useSyncExternalStore } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import { isApple, sayKeys } from './key-names.ts';
import { allShortcuts, shortcutGroups, subscribeToShortcuts } from './shortcuts.ts';

/** Every key that works on this page now. */
export function KeySheet(props: { isOpen: boolean; onClose: () => void }): ReactNode {
  return (
    <Dialog title="Keys" isOpen={props.isOpen} onClose={props.onClose} isWide>
      <KeyList />
    </Dialog>
  );
}

function KeyList(): ReactNode {
  const shortcuts = useSyncExternalStore(subscribeToShortcuts, allShortcuts);
  const platform = { isApple: isApple() };
  return (
    <div className="key-groups">
      {shortcutGroups.map((group) => {
        const ofGroup = new Map(
          shortcuts
            .filter((shortcut) => shortcut.group === group)
            .map((shortcut) => [`${shortcut.key} ${shortcut.label}`, shortcut]),
        );
        if (ofGroup.size === 0) return null;
        return (
          <section key={group}>
            <h3>{group}</h3>
            <dl className="key-list">
              {[...ofGroup].map(([id, { key, label }]) => (
                <div key={id}>
                  <dt>
                    {sayKeys(key, platform).map((part) => (
                      <kbd key={part}>{part}</kbd>
                    ))}
                  </dt>
                  <dd>{label}</dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
    </div>
  );
}
