import type { ChangePasswordRequest } from '@deskbell/protocol';
import { type ReactNode, useId, useRef, useState } from 'react';
import { request } from '../api/request.ts';
import { useChange } from '../api/use-change.ts';
import { Dialog } from '../ui/dialog.tsx';

/** As the server wants it; its sentence is shown when they differ. */
const SHORTEST = 8;
const LONGEST = 128;

export function ChangePassword(props: { isOpen: boolean; onClose: () => void }): ReactNode {
  return (
    <Dialog title="Change the password" isOpen={props.isOpen} onClose={props.onClose}>
      <PasswordForm onClose={props.onClose} />
    </Dialog>
  );
}

type Refused = { field: 'current' | 'next'; sentence: string } | undefined;

function PasswordForm({ onClose }: { onClose: () => void }): ReactNode {
  const id = useId();
  const current = useRef<HTMLInputElement>(null);
  const next = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<Refused>();
  const { run, isRunning, error } = useChange<
    Pick<ChangePasswordRequest, 'currentPassword' | 'newPassword'>
  >({
    change: (body) => request('/api/auth/change-password', { method: 'POST', body }),
    invalidates: [],
    done: 'The password is changed. Every other browser of this account is signed out.',
    isErrorShown: true,
    onDone: onClose,
  });

  const refuse = (field: 'current' | 'next', sentence: string): void => {
    setRefused({ field, sentence });
    (field === 'current' ? current : next).current?.focus();
  };
  const submit = async (): Promise<void> => {
    const currentPassword = current.current?.value ?? '';
    const newPassword = next.current?.value ?? '';
    if (currentPassword === '') return refuse('current', 'Enter the password you have now.');
    if (newPassword.length < SHORTEST) {
      return refuse('next', `Enter at least ${SHORTEST} characters.`);
    }
    setRefused(undefined);
    await run({ currentPassword, newPassword });
  };
  const describe = (field: 'current' | 'next') =>
    refused?.field === field
      ? { 'aria-invalid': true, 'aria-describedby': `${id}${field}-error` }
      : {};
  const problem = (field: 'current' | 'next') =>
    refused?.field === field && (
      <p className="field-error" id={`${id}${field}-error`}>
        {refused.sentence}
      </p>
    );

  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isRunning) void submit();
      }}
    >
      {error !== undefined && (
        <p className="notice notice-problem" role="alert">
          {error}
        </p>
      )}
      <div className="field">
        <label htmlFor={`${id}current`}>The password you have now</label>
        <input
          ref={current}
          id={`${id}current`}
          className="input"
          type="password"
          autoComplete="current-password"
          maxLength={LONGEST}
          {...describe('current')}
        />
        {problem('current')}
      </div>
      <div className="field">
        <label htmlFor={`${id}next`}>The new password, {SHORTEST} characters or more</label>
        <input
          ref={next}
          id={`${id}next`}
          className="input"
          type="password"
          autoComplete="new-password"
          maxLength={LONGEST}
          {...describe('next')}
        />
        {problem('next')}
      </div>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          Cancel
        </button>
        <button type="submit" className="button button-primary" aria-disabled={isRunning}>
          {isRunning ? 'Changing…' : 'Change the password'}
        </button>
      </div>
    </form>
  );
}
