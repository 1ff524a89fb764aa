import type { EmailDetail } from '@deskbell/protocol';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { StatusBadge } from '../../ui/badge.tsx';
import { Facts } from '../../ui/definition-list.tsx';
import { When } from '../../ui/when.tsx';
import { sayBytes } from './say-bytes.ts';

const doors: Readonly<Record<EmailDetail['source'], string>> = {
  json: 'POST /process-email',
  upload: 'POST /api/emails',
  smtp: 'SMTP',
  imap: 'IMAP',
  demo: 'the demonstration',
};

/** The header fields that matter, and the others folded. */
export function EmailFacts(props: {
  email: EmailDetail;
  /** The subject, marked. */
  subject: ReactNode;
}): ReactNode {
  const { email, subject } = props;
  const { sender, sender_name, headers, execution, source, mailbox } = email;
  const replyTo = headers['reply-to']?.join(', ');
  return (
    <>
      <Facts
        items={[
          { term: 'Subject', value: email.subject === '' ? '(no subject)' : <bdi>{subject}</bdi> },
          { term: 'From', value: <bdi>{sayAddress(sender_name, sender)}</bdi> },
          {
            term: 'Answers go to',
            value: replyTo === undefined || replyTo === '' ? null : <bdi>{replyTo}</bdi>,
          },
          { term: 'To', value: <bdi>{email.recipient || 'nobody named'}</bdi> },
          {
            term: 'Sent',
            value: email.sent_at === null ? 'the mail does not say' : <When at={email.sent_at} />,
          },
          { term: 'Came in', value: <When at={email.accepted_at} /> },
          {
            term: 'By',
            value: source === 'imap' ? `${doors[source]}, ${mailbox}` : doors[source],
          },
          { term: 'Size', value: sayBytes(email.size_bytes) },
          {
            term: 'Execution',
            value:
              execution === null ? (
                'being accepted'
              ) : (
                <span className="row">
                  <StatusBadge status={execution.status} />
                  <Link to="/executions/$id" params={{ id: execution.id }}>
                    What became of it
                  </Link>
                </span>
              ),
          },
        ]}
      />
      <OtherHeaders headers={headers} />
    </>
  );
}

const sayAddress = (name: string, address: string): string => {
  if (address === '') return name || 'unknown sender';
  return name === '' ? address : `${name} <${address}>`;
};

function OtherHeaders({ headers }: { headers: EmailDetail['headers'] }): ReactNode {
  const fields = Object.entries(headers);
  if (fields.length === 0) return null;
  return (
    <details>
      <summary>
        {fields.length === 1 ? 'One header field' : `${fields.length} header fields`}
      </summary>
      <dl className="header-fields">
        {fields.map(([name, values]) => [
          <dt key={`${name}:name`}>{name}</dt>,
          ...values.map((value, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same value may come twice
            <dd key={`${name}:${index}`} dir="auto">
              {value}
            </dd>
          )),
        ])}
      </dl>
    </details>
  );
}
