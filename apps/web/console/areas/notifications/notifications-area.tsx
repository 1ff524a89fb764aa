import type { Notification } from '@deskbell/protocol';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLiveList } from '../../live/use-live-list.ts';
import { present } from '../../search.ts';
import { AreaHead } from '../../ui/area-head.tsx';
import { Badge, LevelBadge } from '../../ui/badge.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { When } from '../../ui/when.tsx';
import { NotificationDialog } from './notification-dialog.tsx';
import { channelWords, statusTones } from './notification-words.ts';
import { readNotifications } from './read-notifications.ts';
import '../executions/mails.css';
import './notifications.css';

const columns: readonly Column<Notification>[] = [
  {
    id: 'when',
    header: 'Time',
    width: '8.75rem',
    cell: ({ created_at }) => <When at={created_at} />,
  },
  {
    id: 'subject',
    header: 'Subject',
    width: 'minmax(0, 1fr)',
    isPrimary: true,
    cell: SubjectCell,
  },
  {
    id: 'channel',
    header: 'Channel',
    width: '11rem',
    cell: ({ channel }) => channelWords[channel],
    isSecondary: true,
  },
  {
    id: 'urgency',
    header: 'Urgency',
    width: '6rem',
    cell: ({ urgency }) => <LevelBadge level={urgency} />,
    isSecondary: true,
  },
  {
    id: 'status',
    header: 'Status',
    width: '6.75rem',
    cell: ({ status }) => <Badge tone={statusTones[status]}>{status}</Badge>,
  },
];

/** What staff and customers were told, newest first. */
export function NotificationsArea(): ReactNode {
  const navigate = useNavigate();
  const { shown } = useSearch({ from: '/notifications' });
  const list = useLiveList<Notification>({
    queryKey: ['notifications'],
    kind: 'notifications',
    read: readNotifications,
    idOf,
  });
  const show = (id: string | undefined): void =>
    void navigate({
      to: '/notifications',
      search: ({ session, peek }) => present({ session, peek, shown: id }),
    });

  const notification = list.rows.find(({ id }) => id === shown);
  const isMissing = shown !== undefined && notification === undefined && list.status === 'ready';

  return (
    <>
      <AreaHead title="Notifications" />
      {isMissing && (
        <div className="notice row" role="status">
          <p>
            {list.hasMore
              ? 'The notification of this address is further down.'
              : 'The notification of this address has been deleted.'}
          </p>
          {list.hasMore && (
            <button type="button" className="button button-small" onClick={list.loadMore}>
              Look further down
            </button>
          )}
        </div>
      )}
      <DataTable
        label="Notifications, newest first"
        list={list}
        columns={columns}
        idOf={idOf}
        onOpen={({ id }) => show(id)}
        onPeek={({ id }) => show(id)}
        hrefOf={({ id }) => `/staff/notifications?shown=${id}`}
        empty={{
          title: 'Nobody has been told anything yet',
          next: (
            <p>
              Urgent mail and new bookings are told to staff, and bookings are confirmed to their
              customers. Where they are sent is set with <code>SMTP_URL</code>,{' '}
              <code>NOTIFY_EMAIL</code> and <code>WEBHOOK_URL</code>: the operations guide says how.
            </p>
          ),
        }}
      />
      <NotificationDialog notification={notification} onClose={() => show(undefined)} />
    </>
  );
}

const idOf = ({ id }: Notification): string => id;

function SubjectCell({ subject, recipient, channel }: Notification): ReactNode {
  return (
    <span className="mail-cell">
      <span className="mail-subject">{subject || '(no subject)'}</span>
      {recipient === null ? (
        <span className="mail-sender channel-line">{channelWords[channel]}</span>
      ) : (
        <span className="mail-sender">to {recipient}</span>
      )}
    </span>
  );
}
