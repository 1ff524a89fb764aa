import type { Notification } from '@deskbell/protocol';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Badge, LevelBadge } from '../../ui/badge.tsx';
import { Facts } from '../../ui/definition-list.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { When } from '../../ui/when.tsx';
import { channelWords, explainStatus, sayProblem, statusTones } from './notification-words.ts';
import './notifications.css';

/** The whole text of a notification, and what became of it. */
export function NotificationDialog(props: {
  /** Closed without one. */
  notification: Notification | undefined;
  onClose: () => void;
}): ReactNode {
  const { notification, onClose } = props;
  return (
    <Dialog title="Notification" isOpen={notification !== undefined} onClose={onClose} isWide>
      {notification !== undefined && <NotificationText notification={notification} />}
    </Dialog>
  );
}

function NotificationText({ notification }: { notification: Notification }): ReactNode {
  const { execution_id, booking_number, status, attempts, error_code, sent_at } = notification;
  return (
    <>
      <h3 className="notification-subject" dir="auto">
        {notification.subject || '(no subject)'}
      </h3>
      <Facts
        items={[
          {
            term: 'About',
            value:
              (execution_id ?? booking_number) === null ? null : (
                <About notification={notification} />
              ),
          },
          {
            term: 'Status',
            value: (
              <span className="row">
                <Badge tone={statusTones[status]}>{status}</Badge>
                <span>{explainStatus(notification)}</span>
              </span>
            ),
          },
          { term: 'What went wrong', value: error_code && sayProblem(error_code) },
          { term: 'Channel', value: channelWords[notification.channel] },
          { term: 'To', value: notification.recipient && <bdi>{notification.recipient}</bdi> },
          { term: 'Urgency', value: <LevelBadge level={notification.urgency} /> },
          { term: 'Made', value: <When at={notification.created_at} /> },
          { term: 'Sent', value: sent_at && <When at={sent_at} /> },
          { term: 'Tries', value: attempts > 0 ? attempts : undefined },
        ]}
      />
      <p className="plain-text notification-body">{notification.body}</p>
    </>
  );
}

function About({ notification }: { notification: Notification }): ReactNode {
  const { execution_id, booking_number } = notification;
  if (execution_id !== null) {
    return (
      <Link to="/executions/$id" params={{ id: execution_id }}>
        The mail, and what became of it
      </Link>
    );
  }
  return (
    <Link to="/bookings" search={{ peek: `booking:${booking_number}` }}>
      Booking {booking_number}
    </Link>
  );
}
