import type { ApiKey, StaffAccountView } from '@deskbell/protocol';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useChange } from '../../api/use-change.ts';
import { Badge } from '../../ui/badge.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { When } from '../../ui/when.tsx';
import { NewKey } from './new-key.tsx';
import { keysQuery, revokeKey, sayRole, staffQuery } from './settings-api.ts';
import { tableRoles } from './table-roles.ts';

/** The keys of programs: made, and revoked. */
export function KeysPanel(): ReactNode {
  const keys = useQuery(keysQuery);
  const staff = useQuery(staffQuery);
  const [isMaking, setIsMaking] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey>();
  return (
    <Panel
      title="API keys"
      actions={
        <button type="button" className="button button-primary" onClick={() => setIsMaking(true)}>
          <Icon name="plus" />
          New key
        </button>
      }
    >
      <p className="muted">
        For programs that use the back office, such as scripts and calendars. Their API is described
        in <a href="/docs">the documentation</a>.
      </p>
      <Loaded
        query={keys}
        isEmpty={(list) => list.length === 0}
        empty={
          <EmptyState title="No keys yet">
            <p>Make one for each program, so that each can be revoked by itself.</p>
          </EmptyState>
        }
      >
        {(list) => (
          <table {...tableRoles.table} className="data-table settings-table" aria-label="API keys">
            <thead {...tableRoles.rows}>
              <tr {...tableRoles.row}>
                <th {...tableRoles.head} scope="col">
                  Name
                </th>
                <th {...tableRoles.head} scope="col">
                  Role
                </th>
                <th {...tableRoles.head} scope="col">
                  Begins with
                </th>
                <th {...tableRoles.head} scope="col">
                  Made
                </th>
                <th {...tableRoles.head} scope="col">
                  Last used
                </th>
                <th {...tableRoles.head} scope="col">
                  <span className="visually-hidden">Revoke</span>
                </th>
              </tr>
            </thead>
            <tbody {...tableRoles.rows}>
              {list.map((key) => (
                <KeyRow
                  key={key.id}
                  apiKey={key}
                  madeBy={nameOf(key.created_by, { keys: list, staff: staff.data })}
                  onRevoke={() => setRevoking(key)}
                />
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
      <NewKey isOpen={isMaking} onClose={() => setIsMaking(false)} />
      <Dialog
        title="Revoke this key?"
        isOpen={revoking !== undefined}
        onClose={() => setRevoking(undefined)}
      >
        {revoking !== undefined && (
          <RevokeKey apiKey={revoking} onClose={() => setRevoking(undefined)} />
        )}
      </Dialog>
    </Panel>
  );
}

function KeyRow(props: { apiKey: ApiKey; madeBy: string; onRevoke: () => void }): ReactNode {
  const { apiKey, madeBy, onRevoke } = props;
  const { name, role, hint, created_at, last_used_at, revoked_at } = apiKey;
  return (
    <tr {...tableRoles.row} className={revoked_at === null ? undefined : 'is-ended'}>
      <th {...tableRoles.name} scope="row" dir="auto">
        {name}
      </th>
      <td {...tableRoles.cell} data-label="Role">
        {sayRole(role)}
      </td>
      <td {...tableRoles.cell} data-label="Begins with">
        <code>{hint}…</code>
      </td>
      <td {...tableRoles.cell} data-label="Made">
        <When at={created_at} />
        <span className="settings-second">by {madeBy}</span>
      </td>
      <td {...tableRoles.cell} data-label="Last used">
        {last_used_at === null ? <span className="muted">never</span> : <When at={last_used_at} />}
      </td>
      <td {...tableRoles.cell} className="settings-actions">
        {revoked_at === null ? (
          <button type="button" className="button button-small button-danger" onClick={onRevoke}>
            <span>
              Revoke<span className="visually-hidden"> {name}</span>
            </span>
          </button>
        ) : (
          <>
            <Badge tone="neutral">revoked</Badge>
            <span className="settings-second">
              <When at={revoked_at} />
            </span>
          </>
        )}
      </td>
    </tr>
  );
}

function RevokeKey({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }): ReactNode {
  const { id, name, last_used_at } = apiKey;
  const { run, isRunning, error } = useChange<string, void>({
    change: revokeKey,
    invalidates: [keysQuery.queryKey],
    done: `The key “${name}” is revoked.`,
    onDone: onClose,
    isErrorShown: true,
  });
  return (
    <>
      {error !== undefined && (
        <p className="notice notice-problem" role="alert">
          {error}
        </p>
      )}
      <p>
        Whatever uses the key “<bdi>{name}</bdi>” stops working at once: it is asked to sign in, and
        its streams end. This cannot be taken back; a new key can be made.
      </p>
      <p>
        {last_used_at === null ? (
          'It has never been used.'
        ) : (
          <>
            It was last used <When at={last_used_at} />.
          </>
        )}
      </p>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          Keep it
        </button>
        <button
          type="button"
          className="button button-danger"
          aria-disabled={isRunning}
          onClick={() => {
            if (!isRunning) void run(id);
          }}
        >
          Revoke the key
        </button>
      </div>
    </>
  );
}

/** Keys are made by accounts, by other keys, and in the open mode by whoever is at the machine. */
function nameOf(
  id: string,
  known: { keys: readonly ApiKey[]; staff: readonly StaffAccountView[] | undefined },
): string {
  if (id === 'local') return 'this machine';
  const account = known.staff?.find((one) => one.id === id);
  if (account !== undefined) return account.name;
  const key = known.keys.find((one) => one.id === id);
  if (key !== undefined) return `the key ${key.name}`;
  return known.staff === undefined ? '…' : 'somebody who has left';
}
