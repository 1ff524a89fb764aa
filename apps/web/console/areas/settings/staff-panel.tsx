import type { StaffAccountView } from '@deskbell/protocol';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useMe } from '../../api/me.ts';
import { Badge } from '../../ui/badge.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { When } from '../../ui/when.tsx';
import { NewStaff } from './new-staff.tsx';
import { sayRole, staffQuery } from './settings-api.ts';
import { StaffChange, type StaffVerb } from './staff-change.tsx';
import { tableRoles } from './table-roles.ts';

/** Who may use the console. */
export function StaffPanel(): ReactNode {
  const staff = useQuery(staffQuery);
  const [isMaking, setIsMaking] = useState(false);
  const [change, setChange] = useState<{ account: StaffAccountView; verb: StaffVerb }>();
  return (
    <Panel
      title="Staff accounts"
      actions={
        <button type="button" className="button button-primary" onClick={() => setIsMaking(true)}>
          <Icon name="plus" />
          New account
        </button>
      }
    >
      <p className="muted">
        Staff use everything here but settings and customers’ words; administrators use all of it.
      </p>
      <Loaded
        query={staff}
        isEmpty={(list) => list.length === 0}
        empty={
          <EmptyState title="Nobody has an account yet">
            <p>Make one for yourself first, as an administrator.</p>
          </EmptyState>
        }
      >
        {(list) => (
          <table
            {...tableRoles.table}
            className="data-table settings-table"
            aria-label="Staff accounts"
          >
            <thead {...tableRoles.rows}>
              <tr {...tableRoles.row}>
                <th {...tableRoles.head} scope="col">
                  Name
                </th>
                <th {...tableRoles.head} scope="col">
                  E-mail
                </th>
                <th {...tableRoles.head} scope="col">
                  Role
                </th>
                <th {...tableRoles.head} scope="col">
                  Since
                </th>
                <th {...tableRoles.head} scope="col">
                  <span className="visually-hidden">Change</span>
                </th>
              </tr>
            </thead>
            <tbody {...tableRoles.rows}>
              {list.map((account) => (
                <StaffRow
                  key={account.id}
                  account={account}
                  onChange={(verb) => setChange({ account, verb })}
                />
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
      <NewStaff isOpen={isMaking} onClose={() => setIsMaking(false)} />
      <StaffChange change={change} onClose={() => setChange(undefined)} />
    </Panel>
  );
}

function StaffRow(props: {
  account: StaffAccountView;
  onChange: (verb: StaffVerb) => void;
}): ReactNode {
  const { account, onChange } = props;
  const { id, name, email, role, created_at } = account;
  const me = useMe();
  const button = (verb: StaffVerb, words: string) => (
    <button
      type="button"
      className={verb === 'remove' ? 'button button-small button-danger' : 'button button-small'}
      onClick={() => onChange(verb)}
    >
      <span>
        {words}
        <span className="visually-hidden">
          {verb === 'remove' ? ' ' : ' of '}
          {name}
        </span>
      </span>
    </button>
  );
  return (
    <tr {...tableRoles.row}>
      <th {...tableRoles.name} scope="row">
        <bdi>{name}</bdi>
        {id === me.user_id && (
          <>
            {' '}
            <Badge tone="busy">you</Badge>
          </>
        )}
      </th>
      <td {...tableRoles.cell} data-label="E-mail">
        {email}
      </td>
      <td {...tableRoles.cell} data-label="Role">
        {sayRole(role)}
      </td>
      <td {...tableRoles.cell} data-label="Since">
        <When at={created_at} />
      </td>
      <td {...tableRoles.cell} className="settings-actions">
        {id === me.user_id ? (
          <span className="muted settings-note">
            Your password is in the menu above; your role is another administrator’s to change.
          </span>
        ) : (
          <div className="row">
            {button('role', 'Role')}
            {button('password', 'Password')}
            {button('remove', 'Remove')}
          </div>
        )}
      </td>
    </tr>
  );
}
