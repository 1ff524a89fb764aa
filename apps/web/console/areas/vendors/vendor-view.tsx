import type { VendorDetail } from '@deskbell/protocol';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { RecordLink } from '../../peek/record-link.tsx';
import { LevelBadge, StatusBadge } from '../../ui/badge.tsx';
import { Facts } from '../../ui/definition-list.tsx';
import { sayCount } from '../../ui/figures.ts';
import { Panel } from '../../ui/panel.tsx';
import { sayDay } from '../../ui/time-words.ts';
import { When } from '../../ui/when.tsx';
import { EventList } from './event-list.tsx';
import { InvoiceTable } from './invoice-table.tsx';
import { Reliability } from './reliability.tsx';
import { explainReliability } from './say-reliability.ts';
import './vendors.css';

/** Everything about one vendor: the page, and what the drawer shows of it. */
export function VendorView({ vendor }: { vendor: VendorDetail }): ReactNode {
  return (
    <div className="vendor-view">
      <div className="stack">
        <Panel title="Reliability" actions={<Reliability of={vendor.reliability} />}>
          <p>{explainReliability(vendor.reliability)}</p>
          <Facts
            items={[
              { term: 'Domain', value: vendor.domain ?? 'none: known from invoices only' },
              { term: 'First seen', value: <When at={vendor.first_seen_at} /> },
              { term: 'Last seen', value: <When at={vendor.last_seen_at} /> },
              { term: 'Mails', value: <AllMails vendor={vendor} /> },
            ]}
          />
        </Panel>
        <EventList vendor={vendor} />
      </div>
      <div className="stack">
        <OpenTasks tasks={vendor.open_tasks} />
        <InvoiceTable invoices={vendor.invoices} />
        <Mails mails={vendor.mails} />
      </div>
    </div>
  );
}

function AllMails({ vendor }: { vendor: VendorDetail }): ReactNode {
  const { domain, mail_count } = vendor;
  const count = sayCount(mail_count);
  if (domain === null || mail_count === 0) return count;
  // At a public mail provider a vendor is known by its whole address.
  const search = domain.includes('@') ? { sender: domain } : { domain };
  return (
    <>
      {count},{' '}
      <Link to="/emails" search={search}>
        all that it sent
      </Link>
    </>
  );
}

function OpenTasks({ tasks }: { tasks: VendorDetail['open_tasks'] }): ReactNode {
  return (
    <Panel title="Open tasks">
      {tasks.length === 0 ? (
        <p className="muted">Nothing is to be done for this vendor.</p>
      ) : (
        <ul className="vendor-list">
          {tasks.map(({ id, title, priority, due_date, assignee }) => (
            <li key={id}>
              <p dir="auto">
                <RecordLink to={{ kind: 'task', id }}>{title}</RecordLink>
              </p>
              <p className="row muted small">
                <LevelBadge level={priority} />
                <span>{due_date === null ? 'no due date' : `due ${sayDay(due_date)}`}</span>
                <span>{assignee ?? 'nobody'}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Mails({ mails }: { mails: VendorDetail['mails'] }): ReactNode {
  return (
    <Panel title="Latest mails">
      {mails.length === 0 ? (
        <p className="muted">No mail of this vendor is through yet.</p>
      ) : (
        <ul className="vendor-list">
          {mails.map(({ id, subject, sender, status, accepted_at }) => (
            <li key={id}>
              <p dir="auto">
                <RecordLink to={{ kind: 'email', id }}>{subject || '(no subject)'}</RecordLink>
              </p>
              <p className="row muted small">
                <StatusBadge status={status} />
                <When at={accepted_at} />
                <span>{sender}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
