import type { StaffUser } from '@deskbell/protocol';
import { type ReactNode, useId, useRef, useState } from 'react';
import { Icon } from '../ui/icon.tsx';
import { ChangePassword } from './change-password.tsx';
import { useSignOut } from './sign-out.ts';

/** Who is using the console, and what they may do about it. */
export function UserMenu({ me, onKeys }: { me: StaffUser; onKeys: () => void }): ReactNode {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const [isChangingPassword, setIsChangingPassword] = useState(false);
  const signOut = useSignOut();
  const role = me.role === 'admin' ? 'Administrator' : 'Staff';
  const name = me.is_open_mode ? 'This machine' : me.name;

  const choose = (action: () => void) => () => {
    menu.current?.hidePopover();
    action();
  };

  return (
    <>
      <button type="button" className="bar-button" popoverTarget={id}>
        <Icon name="person" />
        <span className="visually-hidden">Account: </span>
        <span className="bar-button-words clip user-name">{name}</span>
      </button>
      <div ref={menu} id={id} className="menu user-menu" popover="auto">
        <div className="user-menu-head">
          <p className="user-menu-name">{name}</p>
          {me.email !== null && <p className="muted">{me.email}</p>}
          <p className="muted">{role}</p>
        </div>
        <hr />
        {!me.is_open_mode && (
          <button type="button" onClick={choose(() => setIsChangingPassword(true))}>
            <Icon name="key" />
            Change the password
          </button>
        )}
        <button type="button" onClick={choose(onKeys)}>
          <Icon name="keyboard" />
          All keys
        </button>
        <a href="/">
          <Icon name="open" />
          The website
        </a>
        <a href="/docs">
          <Icon name="book" />
          API documentation
        </a>
        {!me.is_open_mode && (
          <>
            <hr />
            <button type="button" onClick={choose(() => void signOut())}>
              <Icon name="leave" />
              Sign out
            </button>
          </>
        )}
      </div>
      <ChangePassword isOpen={isChangingPassword} onClose={() => setIsChangingPassword(false)} />
    </>
  );
}
