import type { ApiKey } from '@deskbell/protocol';
import { type ReactNode, useRef, useState } from 'react';
import { useChange } from '../../api/use-change.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RoleField } from './role-field.tsx';
import { createKey, keysQuery, type Role } from './settings-api.ts';
import { TextField } from './text-field.tsx';

const roleWords: Readonly<Record<Role, string>> = {
  staff: 'May use everything of the back office but what is for administrators.',
  admin: 'May also read customers’ conversations, make keys and change accounts of staff.',
};

/** Makes a key and shows it, this once. */
export function NewKey(props: { isOpen: boolean; onClose: () => void }): ReactNode {
  const { isOpen, onClose } = props;
  const [made, setMade] = useState<{ name: string; key: string }>();
  const [isAsked, setIsAsked] = useState(false);
  const close = (): void => {
    setMade(undefined);
    setIsAsked(false);
    onClose();
  };
  return (
    <Dialog
      key={made === undefined ? 'form' : 'key'}
      title={made === undefined ? 'New API key' : `The key “${made.name}”`}
      // A key that comes after the form was closed is shown as well: it works, and nobody would know it.
      isOpen={isOpen || made !== undefined}
      // A slip of the finger must not lose what is never shown again.
      onClose={() => (made === undefined || isAsked ? close() : setIsAsked(true))}
    >
      {made === undefined ? (
        <NewKeyForm onMade={setMade} onClose={close} />
      ) : (
        <MadeKey text={made.key} isAsked={isAsked} onClose={close} />
      )}
    </Dialog>
  );
}

function NewKeyForm(props: {
  onMade: (made: { name: string; key: string }) => void;
  onClose: () => void;
}): ReactNode {
  const { onMade, onClose } = props;
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('staff');
  const [isRefused, setIsRefused] = useState(false);
  const { run, isRunning, error } = useChange<{ name: string; role: Role }, ApiKey>({
    // The key itself is kept nowhere but in what shows it.
    change: async (body) => {
      const { key, ...record } = await createKey(body);
      onMade({ name: record.name, key });
      return record;
    },
    invalidates: [keysQuery.queryKey],
    isErrorShown: true,
  });
  const submit = (): void => {
    if (isRunning) return;
    setIsRefused(name.trim() === '');
    if (name.trim() === '') input.current?.focus();
    else void run({ name, role });
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
      <TextField
        label="Name"
        hint="What uses it, so that you know later what stops when it is revoked."
        maxLength={100}
        value={name}
        onChange={(text) => {
          setName(text);
          setIsRefused(false);
        }}
        input={input}
        error={isRefused ? 'Enter a name.' : undefined}
      />
      <RoleField value={role} onChange={setRole} words={roleWords} />
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          Cancel
        </button>
        <button type="submit" className="button button-primary" aria-disabled={isRunning}>
          {isRunning ? 'Making it…' : 'Make the key'}
        </button>
      </div>
    </form>
  );
}

function MadeKey(props: { text: string; isAsked: boolean; onClose: () => void }): ReactNode {
  const { text, isAsked, onClose } = props;
  return (
    <>
      <p className="notice">
        Copy it now: it is shown this once, and is stored nowhere as it is. Whoever has it can do
        what its role may.
      </p>
      <div className="made-key">
        <code>{text}</code>
        <CopyButton text={text} label="Copy the key" />
      </div>
      <p className="muted">
        Programs send it as <code>Authorization: Bearer …</code> or <code>X-API-Key</code>.
      </p>
      {isAsked && (
        <p className="notice notice-problem" role="alert">
          Once this is closed, nobody can see the key again. Close it when you have stored it.
        </p>
      )}
      <div className="dialog-actions">
        <button type="button" className="button button-primary" onClick={onClose}>
          I have stored it
        </button>
      </div>
    </>
  );
}
