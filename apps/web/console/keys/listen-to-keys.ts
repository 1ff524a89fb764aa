import { createKeySequence, nameOfKey } from './key-names.ts';
import { allShortcuts } from './shortcuts.ts';

const notTyped: readonly string[] = ['button', 'checkbox', 'radio', 'submit', 'reset', 'range'];

/** Whether keys are text for where the focus is. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !notTyped.includes(target.type);
  return target.isContentEditable || target.matches('textarea, select');
}

/** What Enter and Space do already where the focus is. */
const isPressable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('a[href], button, summary, input, [role="button"], [role="option"]');

const isSomethingOver = (): boolean =>
  document.querySelector('dialog:modal, [popover="auto"]:popover-open') !== null;

/**
 * Runs registered shortcuts for keys pressed anywhere in the page; the returned function ends it.
 * While somebody types only those with Ctrl or Cmd work; while a modal dialog or a menu is open, none.
 */
export function listenToKeys(): () => void {
  const sequence = createKeySequence();

  const hear = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const name = nameOfKey(event);
    if (name === undefined || isSomethingOver()) return;
    if (isTyping(event.target) && !name.startsWith('Mod+')) return;
    if ((name === 'Enter' || name === ' ') && isPressable(event.target)) return;

    const shortcuts = allShortcuts();
    const firstKeys = new Set(
      shortcuts.flatMap(({ key }) => (/^\S \S$/.test(key) ? key.slice(0, 1) : [])),
    );
    for (const wanted of sequence.read(name, { atMs: event.timeStamp, firstKeys })) {
      // What was registered last is nearest to what a person does now.
      for (const shortcut of shortcuts.toReversed()) {
        if (shortcut.key !== wanted || shortcut.run(event) === false) continue;
        event.preventDefault();
        return;
      }
    }
  };

  document.addEventListener('keydown', hear);
  return () => document.removeEventListener('keydown', hear);
}
