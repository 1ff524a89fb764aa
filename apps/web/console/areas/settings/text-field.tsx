import { type HTMLInputTypeAttribute, type ReactNode, type RefObject, useId } from 'react';

/** One line to write, with what is wrong with it. */
export function TextField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  input: RefObject<HTMLInputElement | null>;
  /** A sentence. */
  error: string | undefined;
  maxLength: number;
  hint?: string;
  type?: HTMLInputTypeAttribute;
  autoComplete?: string;
  /** Beside the field. */
  children?: ReactNode;
}): ReactNode {
  const { label, value, onChange, input, error, maxLength, hint, type, autoComplete } = props;
  const id = useId();
  const described = [hint !== undefined && `${id}hint`, error !== undefined && `${id}error`];
  const describedBy = described.filter((name) => name !== false).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="field-line">
        <input
          ref={input}
          id={id}
          className="input"
          type={type ?? 'text'}
          autoComplete={autoComplete ?? 'off'}
          spellCheck={false}
          maxLength={maxLength}
          value={value}
          onChange={({ target }) => onChange(target.value)}
          {...(error !== undefined && { 'aria-invalid': true })}
          {...(describedBy !== '' && { 'aria-describedby': describedBy })}
        />
        {props.children}
      </div>
      {hint !== undefined && (
        <p className="field-hint" id={`${id}hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p className="field-error" id={`${id}error`}>
          {error}
        </p>
      )}
    </div>
  );
}
