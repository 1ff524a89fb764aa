export const shortcutGroups = ['Everywhere', 'This page', 'Lists', 'Go to'] as const;
export type ShortcutGroup = (typeof shortcutGroups)[number];

export interface Shortcut {
  /**
   * As `KeyboardEvent.key` has it: `j`, `?`, `/`, `Escape`, ` ` for Space; `g e` for one after the
   * other; `Mod+k` for Ctrl or Cmd.
   */
  key: string;
  /** What it does, as the sheet of keys says it: 'Next row'. */
  label: string;
  group: ShortcutGroup;
  /** Returning `false` says that it had nothing to do, and the key goes on to whoever has it as well. */
  run: (event: KeyboardEvent) => unknown;
}

/** The last one registered is asked first: what is nearer to a person opened later. */
let registered: readonly Shortcut[] = [];
const listeners = new Set<() => void>();

function set(shortcuts: readonly Shortcut[]): void {
  registered = shortcuts;
  for (const listener of listeners) listener();
}

export const allShortcuts = (): readonly Shortcut[] => registered;

export function subscribeToShortcuts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Returns what takes it out again. */
export function addShortcut(shortcut: Shortcut): () => void {
  set([...registered, shortcut]);
  return () => set(registered.filter((other) => other !== shortcut));
}
