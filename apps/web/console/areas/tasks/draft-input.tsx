import { type KeyboardEvent, type ReactNode, useState } from 'react';

export interface DraftInputProps {
  id?: string;
  label?: string;
  type: 'text' | 'date' | 'time';
  value: string;
  /** The version of the record that is shown: a draft is about what was there when it was begun. */
  seenAt: string;
  onCommit: (value: string, seenAt: string) => void;
  listId?: string;
  placeholder?: string;
  isRequired?: boolean;
  tabIndex?: number | undefined;
  describedBy?: string | undefined;
  isDisabled?: boolean;
}

/** A field that is saved when it is left or by Enter, not with every key; Escape takes it back. */
export function DraftInput(props: DraftInputProps): ReactNode {
  const { type, value, seenAt, isRequired = false } = props;
  const [draft, setDraft] = useState<{ text: string; seenAt: string }>();

  const commit = (element: HTMLInputElement): void => {
    if (draft === undefined) return;
    setDraft(undefined);
    // A half-written date has no value: it is no wish to have none.
    const isUnfinished = element.validity.badInput || (isRequired && draft.text.trim() === '');
    if (!isUnfinished && draft.text.trim() !== value)
      props.onCommit(draft.text.trim(), draft.seenAt);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      commit(event.currentTarget);
    }
    if (event.key === 'Escape' && draft !== undefined) {
      event.stopPropagation();
      setDraft(undefined);
    }
  };
  return (
    <input
      id={props.id}
      className={value === '' && draft === undefined ? 'input is-empty' : 'input'}
      type={type}
      value={draft?.text ?? value}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      list={props.listId}
      placeholder={props.placeholder}
      tabIndex={props.tabIndex}
      disabled={props.isDisabled}
      autoComplete="off"
      {...(type === 'text' && { maxLength: 100 })}
      {...(type === 'date' && { min: '1900-01-01', max: '2199-12-31' })}
      onChange={({ target }) => setDraft({ text: target.value, seenAt: draft?.seenAt ?? seenAt })}
      onBlur={({ currentTarget }) => commit(currentTarget)}
      onKeyDown={onKeyDown}
    />
  );
}
