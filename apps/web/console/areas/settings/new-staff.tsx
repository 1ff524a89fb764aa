import type { StaffAccountView } from '@deskbell/protocol';
import { type ReactNode, useRef, useState } from 'react';
import { useChange } from '../../api/use-change.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { PasswordField, SHORTEST_PASSWORD } from './password-field.tsx';
import { RoleField } from './role-field.tsx';
import { changeStaffAccount, createStaffAccount, type Role, staffQuery } from './settings-api.ts';
import { staffRoleWords } from './staff-role-words.ts';
import { TextField } from './text-field.tsx';

/** Makes an account of staff, or makes a customer's account one. */
export function NewStaff(props: { isOpen: boolean; onClose: () => void }): ReactNode {
  return (
    <Dialog title="New staff account" isOpen={props.isOpen} onClose={props.onClose}>
      <NewStaffForm onClose={props.onClose} />
    </Dialog>
  );
}

type Fields = 'name' | 'email' | 'password';

function NewStaffForm({ onClose }: { onClose: () => void }): ReactNode {
  const inputs = {
    name: useRef<HTMLInputElement>(null),
    email: useRef<HTMLInputElement>(null),
    password: useRef<HTMLInputElement>(null),
  };
  const [values, setValues] = useState({ name: '', email: '', password: '' });
  const [role, setRole] = useState<Role>('staff');
  const [errors, setErrors] = useState<{ [Name in Fields]?: string | undefined }>({});
  const [customer, setCustomer] = useState<{ id: string; email: string }>();
  const outcome = {
    invalidates: [staffQuery.queryKey],
    done: ({ name }: StaffAccountView) => `${name} can sign in now.`,
    onDone: onClose,
    isErrorShown: true,
  } as const;
  const make = useChange<typeof values & { role: Role }, StaffAccountView>({
    change: (body) => createStaffAccount(body, (id) => setCustomer({ id, email: body.email })),
    ...outcome,
  });
  const promote = useChange<string, StaffAccountView>({
    change: (id) => changeStaffAccount(id, { role, password: values.password }),
    ...outcome,
  });
  const isRunning = make.isRunning || promote.isRunning;
  const error = promote.error ?? make.error;
  const promotable = customer?.email === values.email.trim() ? customer.id : undefined;
  const field = (name: Fields) => ({
    value: values[name],
    onChange: (value: string) => {
      setValues({ ...values, [name]: value });
      setErrors({ ...errors, [name]: undefined });
    },
    input: inputs[name],
    error: errors[name],
  });
  const submit = (change: () => Promise<unknown>): void => {
    if (isRunning) return;
    const wrong = check(values);
    setErrors(wrong);
    const first = (['name', 'email', 'password'] as const).find((name) => name in wrong);
    if (first !== undefined) inputs[first].current?.focus();
    else void change();
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        promote.reset();
        submit(() => make.run({ ...values, email: values.email.trim(), role }));
      }}
    >
      {error !== undefined && (
        <div className="notice notice-problem" role="alert">
          <p>{error}</p>
          {promotable !== undefined && (
            <>
              <p>
                Anybody can sign up with any address. If you know that the account is theirs, it can
                be staff’s: it keeps its own name, gets the role and the password below, and is
                signed out everywhere.
              </p>
              <p>
                <button
                  type="button"
                  className="button"
                  aria-disabled={isRunning}
                  onClick={() => submit(() => promote.run(promotable))}
                >
                  Make that account staff’s
                </button>
              </p>
            </>
          )}
        </div>
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
          {make.isRunning ? 'Making it…' : 'Make the account'}
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
