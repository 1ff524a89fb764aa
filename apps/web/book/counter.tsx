import { useState } from 'preact/hooks';
import { countOf } from './count-of.ts';
import type { FieldName } from './fields.ts';
import { ChatMark, FieldNotes, useField } from './form-fields.tsx';

interface CounterProps {
  id: string;
  /** One of what is counted, such as 'item': the buttons are named after it. */
  noun: string;
  value: number | undefined;
  min: number;
  max: number;
  onChange: (value: number | undefined) => void;
  onBlur?: () => void;
  aria?: Record<string, string | undefined>;
}

/** A number with a button for one less and one for one more. */
export const Counter = (props: CounterProps) => {
  const { id, noun, value, min, max, onChange, onBlur, aria } = props;
  /** What stands in the field while somebody types; the count itself otherwise. */
  const [typed, setTyped] = useState<string>();
  const step = (by: number) => {
    setTyped(undefined);
    onChange(Math.min(max, Math.max(min, (value ?? 0) + by)));
  };
  return (
    <div class="book-counter">
      <button
        type="button"
        aria-label={`One ${noun} less`}
        aria-disabled={(value ?? 0) <= min ? 'true' : undefined}
        onClick={() => step(-1)}
      >
        <span aria-hidden="true">−</span>
      </button>
      <input
        {...aria}
        id={id}
        inputMode="numeric"
        autoComplete="off"
        maxLength={String(max).length + 4}
        value={typed ?? (value === undefined ? '' : String(value))}
        onInput={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          onChange(countOf(text, max));
        }}
        onBlur={() => {
          setTyped(undefined);
          onBlur?.();
        }}
      />
      <button
        type="button"
        aria-label={`One ${noun} more`}
        aria-disabled={(value ?? 0) >= max ? 'true' : undefined}
        onClick={() => step(1)}
      >
        <span aria-hidden="true">+</span>
      </button>
    </div>
  );
};

export const CountField = (props: {
  name: FieldName;
  label: string;
  noun: string;
  hint?: string;
  min: number;
  max: number;
}) => {
  const { name, label, noun, hint, min, max } = props;
  const { id, value, set, touch, aria } = useField(name, hint !== undefined);
  return (
    <div class="field">
      <div class="book-label">
        <label for={id}>{label}</label>
        <ChatMark name={name} />
      </div>
      <Counter
        id={id}
        noun={noun}
        value={typeof value === 'number' ? value : undefined}
        min={min}
        max={max}
        onChange={set}
        onBlur={touch}
        aria={aria}
      />
      <FieldNotes name={name} hint={hint} />
    </div>
  );
};
