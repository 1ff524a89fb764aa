import type { StaffAccountView } from '@deskbell/protocol';
import { type ReactNode, useRef, useState } from 'react';
import { useChange } from '../../api/use-change.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { PasswordField, SHORTEST_PASSWORD } from './password-field.tsx';
import { RoleField } from './role-field.tsx';
import { createStaffAccount, type Role, staffQuery } from './settings-api.ts';
import { staffRoleWords } from './staff-role-words.ts';
import { TextField } from './text-field.tsx';

export function NewStaff(props: {
  isOpen: boolean;
  /** Who has an account already. */
  known: readonly StaffAccountView[];
  onClose: () => void;
}): ReactNode {
  return (
    <Dialog title="New staff account" isOpen={props.isOpen} onClose={props.onClose}>
      <NewStaffForm known={props.known} onClose={props.onClose} />
    </Dialog>
  );
}

type Fields = 'name' | 'email' | 'password';

function NewStaffForm(props: {
  known: readonly StaffAccountView[];
  onClose: () => void;
}): ReactNode {
  const { known, onClose } = props;
  const inputs = {
    name: useRef<HTMLInputElement>(null),
    email: useRef<HTMLInputElement>(null),
    password: useRef<HTMLInputElement>(null),
  };
  const [values, setValues] = useState({ name: '', email: '', password: '' });
  const [role, setRole] = useState<Role>('staff');
  const [errors, setErrors] = useState<{ [Name in Fields]?: string | undefined }>({});
  const { run, isRunning, error } = useChange<typeof values & { role: Role }, StaffAccountView>({
    change: (body) => createStaffAccount(body, known),
    invalidates: [staffQuery.queryKey],
    done: ({ name }) => `${name} can sign in now.`,
    onDone: onClose,
    isErrorShown: true,
  });
  const field = (name: Fields) => ({
    value: values[name],
    onChange: (value: string) => {
      setValues({ ...values, [name]: value });
      setErrors({ ...errors, [name]: undefined });
    },
    input: inputs[name],
    error: errors[name],
  });
  const submit = (): void => {
    if (isRunning) return;
    const wrong = check(values);
    setErrors(wrong);
    const first = (['name', 'email', 'password'] as const).find((name) => name in wrong);
    if (first !== undefined) inputs[first].current?.focus();
    else void run({ ...values, email: values.email.trim(), role });
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {error !== undefined && (
        <p className="notice notice-problem" role="alert">
          {error}
        </p>
      )}
      <TextField label="Name" maxLength={100} {...field('name')} />
      <TextField label="E-mail" type="email" maxLength={254} {...field('email')} />
      <RoleField value={role} onChange={setRole} words={staffRoleWords} />
      <PasswordField label="First password" {...field('password')} />
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          Cancel
        </button>
        <button type="submit" className="button button-primary" aria-disabled={isRunning}>
          {isRunning ? 'Making it…' : 'Make the account'}
        </button>
      </div>
    </form>
  );
}

function check({ name, email, password }: Record<Fields, string>) {
  return {
    ...(name.trim() === '' && { name: 'Enter a name.' }),
    ...(!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) && {
      email: 'Enter an e-mail address, such as sam@example.com.',
    }),
    ...(password.length < SHORTEST_PASSWORD && {
      password: `Enter at least ${SHORTEST_PASSWORD} characters, or make one.`,
    }),
  };
}
