/** What a key is called is taken from these parts of a keyboard event. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

const modifiers: readonly string[] = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock'];

/**
 * A press as shortcuts are named: `j`, `?`, `Escape`, `Mod+k`. Letters are small whatever Caps Lock
 * says, large with Shift. Undefined for a modifier alone and for what belongs to the browser.
 */
export function nameOfKey(press: KeyPress): string | undefined {
  const { key, altKey, shiftKey } = press;
  if (modifiers.includes(key)) return undefined;
  const name = key.length === 1 ? (shiftKey ? key.toUpperCase() : key.toLowerCase()) : key;
  if (press.ctrlKey || press.metaKey) {
    return altKey || shiftKey ? undefined : `Mod+${key.toLowerCase()}`;
  }
  // With Alt, keyboards write other characters (`?` is one on some): only those are taken.
  return altKey && /^[a-z]$/i.test(key) ? undefined : name;
}

const WITHIN_MS = 1_500;

/** Reads keys that come one after the other, `g e`. One per page. */
export interface KeySequence {
  /**
   * The names to look for, the longest first: `['g e', 'e']` after `g`. `firstKeys` are the keys
   * that something may follow.
   */
  read(name: string, options: { atMs: number; firstKeys: ReadonlySet<string> }): readonly string[];
}

export function createKeySequence(): KeySequence {
  let first: { name: string; atMs: number } | undefined;
  return {
    read: (name, { atMs, firstKeys }) => {
      const begun = first !== undefined && atMs - first.atMs <= WITHIN_MS ? first.name : undefined;
      first = firstKeys.has(name) && begun === undefined ? { name, atMs } : undefined;
      return begun === undefined ? [name] : [`${begun} ${name}`, name];
    },
  };
}

const keyLabels: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  ' ': 'Space',
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** `Mod+k` as the keys to press, for people: `['Ctrl', 'K']`, and with `isApple` `['⌘', 'K']`. */
export function sayKeys(key: string, { isApple }: { isApple: boolean }): readonly string[] {
  if (key === ' ') return ['Space'];
  return key
    .split(/[ +](?=.)/)
    .map((part) =>
      part === 'Mod'
        ? isApple
          ? '⌘'
          : 'Ctrl'
        : (keyLabels[part] ?? (part.length === 1 && /\S/.test(part) ? part.toUpperCase() : part)),
    );
}

export const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);
