import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { maxPasswordLength } from '../account/check-fields.ts';

interface Props {
  id: string;
  label: string;
  autocomplete: 'current-password' | 'new-password';
  hint?: string;
  error: string | undefined;
  inputRef: RefObject<HTMLInputElement | null>;
}

export const PasswordField = ({ id, label, autocomplete, hint, error, inputRef }: Props) => {
  const [isShown, setShown] = useState(false);
  const type = isShown ? ({ type: 'text' } as const) : ({ type: 'password' } as const);
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div class="password-box">
        <input
          id={id}
          ref={inputRef}
          {...type}
          autocomplete={autocomplete}
          autocapitalize="none"
          spellcheck={false}
          maxLength={maxPasswordLength}
          required
          aria-invalid={error !== undefined}
          {...(described === '' ? {} : { 'aria-describedby': described })}
        />
        <button
          type="button"
          aria-pressed={isShown}
          aria-label={`Show the ${label.toLowerCase()}`}
          aria-controls={id}
          onClick={() => setShown(!isShown)}
        >
          Show
        </button>
      </div>
      <p class="field-error" id={`${id}-error`}>
        {error}
      </p>
    </div>
  );
};
