import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Icon } from './icon.tsx';

const SETTLED_MS = 250;

/** The filters of a list, in one line where there is room. */
export function FilterBar({ children }: { children: ReactNode }): ReactNode {
  return (
    <search className="filter-bar" aria-label="Filters">
      {children}
    </search>
  );
}

export interface FilterOption {
  value: string;
  label: string;
}

/** One of a few; its first choice, 'Any' unless `anyLabel` says otherwise, is undefined. */
export function SelectFilter(props: {
  label: string;
  value: string | undefined;
  options: readonly FilterOption[];
  onChange: (value: string | undefined) => void;
  anyLabel?: string;
}): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        className="input"
        value={props.value ?? ''}
        onChange={({ target }) => props.onChange(target.value === '' ? undefined : target.value)}
      >
        <option value="">{props.anyLabel ?? 'Any'}</option>
        {props.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

/**
 * Words to look for. `onChange` is called when typing has paused, or at once for Enter; undefined
 * when there are none. `/` puts the focus into it.
 */
export function SearchFilter(props: {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  placeholder?: string;
}): ReactNode {
  const { label, value = '', onChange, placeholder } = props;
  const id = useId();
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const said = useRef(value);
  // Another filter may have changed between the last letter and the pause after it.
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });

  // The address may change without this field: Back, a link, a cleared filter.
  useEffect(() => {
    if (value === said.current) return;
    clearTimeout(timer.current);
    said.current = value;
    setText(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const say = (words: string): void => {
    clearTimeout(timer.current);
    const settled = words.trim();
    if (settled === said.current) return;
    said.current = settled;
    latest.current(settled === '' ? undefined : settled);
  };

  return (
    <div className="field field-search">
      <label htmlFor={id}>{label}</label>
      <span className="search-box">
        <Icon name="search" />
        <input
          id={id}
          className="input"
          type="search"
          data-area-search=""
          autoComplete="off"
          maxLength={200}
          value={text}
          placeholder={placeholder}
          onChange={({ target }) => {
            setText(target.value);
            clearTimeout(timer.current);
            timer.current = setTimeout(() => say(target.value), SETTLED_MS);
          }}
          onKeyDown={({ key, nativeEvent }) => {
            if (key === 'Enter' && !nativeEvent.isComposing) say(text);
          }}
        />
      </span>
    </div>
  );
}
