import './palette.css';
import type { StaffUser } from '@deskbell/protocol';
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { isApple, sayKeys } from '../keys/key-names.ts';
import { Icon } from '../ui/icon.tsx';
import { findEntries } from './find-entries.ts';
import type { PaletteEntry } from './palette-entry.ts';
import { useActions, useAskEntry } from './use-actions.ts';
import { useFoundRecords } from './use-found-records.ts';
import { useRecordEntries } from './use-record-entries.ts';

export interface PaletteProps {
  me: StaffUser;
  onClose: () => void;
  onKeys: () => void;
}

/** Where to go, what to do and what to find, by typing; it lives while it is open. */
export function Palette({ me, onClose, onKeys }: PaletteProps): ReactNode {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  const [activeId, setActiveId] = useState<string>();
  const [isFirstWanted, setIsFirstWanted] = useState(false);

  const actions = useActions({ me, onKeys });
  const ask = useAskEntry(text);
  const found = useFoundRecords(text);
  const records = useRecordEntries(found);
  const entries = [
    ...records.filter(({ group }) => group === 'Record'),
    ...findEntries(actions, text),
    ...records.filter(({ group }) => group !== 'Record'),
    ...(ask === undefined ? [] : [ask]),
  ];
  const active = entries.find((entry) => entry.id === activeId) ?? entries[0];
  // What was found for the words before these, or only the offer to ask: the search may find better.
  const isSure = activeId !== undefined || actions.some(({ id: own }) => own === active?.id);
  const isUnsure = found.isSearching && !isSure;
  const optionId = (entry: PaletteEntry) => `${id}-${entry.id}`;

  // Of the layout: afterwards the dialog is gone already, and nobody knows who had the focus.
  useLayoutEffect(() => {
    const element = dialog.current;
    const returnTo = document.activeElement;
    element?.showModal();
    return () => {
      const isFocusOurs = element?.contains(document.activeElement);
      element?.close();
      if (isFocusOurs && returnTo instanceof HTMLElement && returnTo.isConnected) returnTo.focus();
    };
  }, []);
  const activeOption = active && optionId(active);
  useEffect(() => {
    if (activeOption === undefined) return;
    document.getElementById(activeOption)?.scrollIntoView({ block: 'nearest' });
  }, [activeOption]);

  const choose = (entry: PaletteEntry): void => {
    onClose();
    // Closing gives the focus back first; what the entry opens may then take it.
    queueMicrotask(entry.run);
  };
  const move = (steps: number): void => {
    const index = active === undefined ? -1 : entries.indexOf(active);
    setActiveId(entries.at((index + steps) % entries.length)?.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const { key } = event;
    if (key === 'ArrowDown') move(1);
    else if (key === 'ArrowUp') move(-1);
    else if (key === 'PageDown') setActiveId(entries.at(-1)?.id);
    else if (key === 'PageUp') setActiveId(entries[0]?.id);
    else if (key === 'Enter' && isUnsure) setIsFirstWanted(true);
    else if (key === 'Enter') active && choose(active);
    else if (key === 'k' && (event.ctrlKey || event.metaKey)) onClose();
    else return;
    event.preventDefault();
  };

  const chooseFirst = useEffectEvent(() => active && choose(active));
  useEffect(() => {
    if (!isFirstWanted || isUnsure) return;
    setIsFirstWanted(false);
    if (found.error === undefined) chooseFirst();
  }, [isFirstWanted, isUnsure, found.error]);

  const isEmpty = entries.length === 0;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same, by the browser itself
    <dialog
      ref={dialog}
      className="dialog palette"
      aria-label="Go to, search, do"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className="palette-field">
        <Icon name="search" />
        <input
          role="combobox"
          aria-label="Go to, search, do"
          aria-expanded={!isEmpty}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={activeOption}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          placeholder="An area, an action, words of a mail, an id"
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            setActiveId(undefined);
            setIsFirstWanted(false);
          }}
          onKeyDown={onKeyDown}
        />
        <button type="button" className="button button-quiet button-small" onClick={onClose}>
          Close
        </button>
      </div>
      <PaletteList
        listId={`${id}-list`}
        entries={entries}
        active={active}
        optionId={optionId}
        onChoose={choose}
      />
      {found.error !== undefined && <p className="palette-note">{found.error}</p>}
      {found.error === undefined && found.isSearching && <p className="palette-note">Searching…</p>}
      <p className="visually-hidden" role="status">
        {found.isSearching ? '' : sayFound(entries.length)}
      </p>
    </dialog>
  );
}

const sayFound = (count: number): string =>
  count === 0 ? 'Nothing found.' : `${count} ${count === 1 ? 'choice' : 'choices'}.`;

function PaletteList(props: {
  listId: string;
  entries: readonly PaletteEntry[];
  active: PaletteEntry | undefined;
  optionId: (entry: PaletteEntry) => string;
  onChoose: (entry: PaletteEntry) => void;
}): ReactNode {
  const { listId, entries, active, optionId, onChoose } = props;
  const groups = Map.groupBy(entries, ({ group }) => group);
  const platform = { isApple: isApple() };
  return (
    <div id={listId} className="palette-list" role="listbox" aria-label="Choices">
      {[...groups].map(([group, ofGroup]) => (
        // biome-ignore lint/a11y/useSemanticElements: options of a listbox come in groups
        <div key={group} role="group" aria-label={group}>
          <p className="palette-group" aria-hidden="true">
            {group}
          </p>
          {ofGroup.map((entry) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
            <div
              key={entry.id}
              id={optionId(entry)}
              role="option"
              aria-selected={entry === active}
              className="palette-option"
              onClick={() => onChoose(entry)}
            >
              <Icon name={entry.icon} />
              <span className="palette-title clip">{entry.title}</span>
              {entry.hint !== undefined && <span className="palette-hint clip">{entry.hint}</span>}
              {entry.key !== undefined && (
                <span className="palette-keys" aria-hidden="true">
                  {sayKeys(entry.key, platform).map((part) => (
                    <kbd key={part}>{part}</kbd>
                  ))}
                </span>
              )}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
