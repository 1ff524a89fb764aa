import type { StaffAccountView } from '@deskbell/protocol';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useChange } from '../../api/use-change.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { PasswordField, SHORTEST_PASSWORD } from './password-field.tsx';
import { RoleField } from './role-field.tsx';
import {
  changeStaffAccount,
  type Role,
  removeStaffAccount,
  sayRole,
  staffQuery,
} from './settings-api.ts';
import { staffRoleWords } from './staff-role-words.ts';

export type StaffVerb = 'role' | 'password' | 'remove';

const titles: Readonly<Record<StaffVerb, (name: string) => string>> = {
  role: (name) => `The role of ${name}`,
  password: (name) => `A new password for ${name}`,
  remove: (name) => `Remove ${name}?`,
};

interface FormProps {
  account: StaffAccountView;
  onClose: () => void;
}

/** One change of an account. What the server refuses is said in it, and the list read again. */
export function StaffChange(props: {
  /** Closed without one. */
  change: { account: StaffAccountView; verb: StaffVerb } | undefined;
  onClose: () => void;
}): ReactNode {
  const { change, onClose } = props;
  if (change === undefined) return null;
  const { account, verb } = change;
  const Form = forms[verb];
  return (
    <Dialog title={titles[verb](account.name)} isOpen onClose={onClose}>
      <Form account={account} onClose={onClose} />
    </Dialog>
  );
}

function RoleForm({ account, onClose }: FormProps): ReactNode {
  const [role, setRole] = useState<Role>(account.role);
  const change = useAccountChange({
    change: () => changeStaffAccount(account.id, { role }),
    done: `${account.name}: ${sayRole(role)} from now on.`,
    onClose,
  });
  return (
    <ChangeForm
      change={change}
      submitWords="Change the role"
      onSubmit={() => (role === account.role ? onClose() : change.run())}
      onClose={onClose}
    >
      <RoleField value={role} onChange={setRole} words={staffRoleWords} />
    </ChangeForm>
  );
}

function PasswordForm({ account, onClose }: FormProps): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const [password, setPassword] = useState('');
  const [isRefused, setIsRefused] = useState(false);
  const change = useAccountChange({
    change: () => changeStaffAccount(account.id, { password }),
    done: `${account.name} has the new password, and is signed out everywhere.`,
    onClose,
  });
  return (
    <ChangeForm
      change={change}
      submitWords="Set the password"
      onSubmit={() => {
        const isTooShort = password.length < SHORTEST_PASSWORD;
        setIsRefused(isTooShort);
        if (isTooShort) input.current?.focus();
        else change.run();
      }}
      onClose={onClose}
    >
      <p>The old one stops working at once, and every browser of this account is signed out.</p>
      <PasswordField
        label="New password"
        value={password}
        onChange={(text) => {
          setPassword(text);
          setIsRefused(false);
        }}
        input={input}
        error={
          isRefused ? `Enter at least ${SHORTEST_PASSWORD} characters, or make one.` : undefined
        }
      />
    </ChangeForm>
  );
}

function RemoveForm({ account, onClose }: FormProps): ReactNode {
  const change = useAccountChange({
    change: () => removeStaffAccount(account.id),
    done: `${account.name} is no longer staff.`,
    onClose,
  });
  return (
    <ChangeForm
      change={change}
      submitWords="Remove"
      isDanger
      onSubmit={change.run}
      onClose={onClose}
    >
      <p>
        <bdi>{account.name}</bdi> ({account.email}) can no longer use the console, from this moment
        on. API keys made by this account keep working: revoke them by themselves. The account stays
        as a customer’s.
      </p>
    </ChangeForm>
  );
}

const forms: Readonly<Record<StaffVerb, (props: FormProps) => ReactNode>> = {
  role: RoleForm,
  password: PasswordForm,
  remove: RemoveForm,
};

interface AccountChange {
  run: () => void;
  isRunning: boolean;
  error: string | undefined;
}

function useAccountChange(options: {
  change: () => Promise<unknown>;
  done: string;
  onClose: () => void;
}): AccountChange {
  const client = useQueryClient();
  const { queryKey } = staffQuery;
  const { run, isRunning, error } = useChange<void>({
    change: options.change,
    invalidates: [queryKey],
    done: options.done,
    onDone: options.onClose,
    isErrorShown: true,
  });
  return {
    run: () =>
      void run().then((answer) => {
        // It may have been refused for what another administrator did meanwhile.
        if (answer === undefined) void client.invalidateQueries({ queryKey });
      }),
    isRunning,
    error,
  };
}

function ChangeForm(props: {
  change: AccountChange;
  submitWords: string;
  isDanger?: true;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}): ReactNode {
  const { change, submitWords, isDanger, onSubmit, onClose, children } = props;
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!change.isRunning) onSubmit();
      }}
    >
      {change.error !== undefined && (
        <p className="notice notice-problem" role="alert">
          {change.error}
        </p>
      )}
      {children}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          Cancel
        </button>
        <button
          type="submit"
          className={isDanger ? 'button button-danger' : 'button button-primary'}
          aria-disabled={change.isRunning}
        >
          {submitWords}
        </button>
      </div>
    </form>
  );
}
