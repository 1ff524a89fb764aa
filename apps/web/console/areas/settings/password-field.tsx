import { type ReactNode, type RefObject, useState } from 'react';
import { CopyButton } from '../../ui/copy-button.tsx';
import { makePassword } from './make-password.ts';
import { TextField } from './text-field.tsx';

/** As the server wants it. */
export const SHORTEST_PASSWORD = 8;
const LONGEST_PASSWORD = 128;

/** A password for somebody else: one that is made can be seen, to be handed on. */
export function PasswordField(props: {
  label: string;
  value: string;
  onChange: (password: string) => void;
  input: RefObject<HTMLInputElement | null>;
  error: string | undefined;
}): ReactNode {
  const { label, value, onChange, input, error } = props;
  const [isShown, setIsShown] = useState(false);
  return (
    <div className="stack-tight">
      <TextField
        label={label}
        hint={`${SHORTEST_PASSWORD} characters or more. Hand it on yourself: it is not shown again.`}
        type={isShown ? 'text' : 'password'}
        autoComplete="new-password"
        maxLength={LONGEST_PASSWORD}
        value={value}
        onChange={onChange}
        input={input}
        error={error}
      >
        <button
          type="button"
          className="button"
          onClick={() => {
            onChange(makePassword());
            setIsShown(true);
          }}
        >
          Make one
        </button>
      </TextField>
      <div className="row">
        <button
          type="button"
          className="button button-small"
          aria-pressed={isShown}
          onClick={() => setIsShown(!isShown)}
        >
          {isShown ? 'Hide the password' : 'Show the password'}
        </button>
        {value !== '' && <CopyButton text={value} label="Copy the password" />}
      </div>
    </div>
  );
}
