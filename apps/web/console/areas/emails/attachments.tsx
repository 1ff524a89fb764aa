import type { EmailDetail } from '@deskbell/protocol';
import type { ReactNode } from 'react';
import { Panel } from '../../ui/panel.tsx';
import { attachmentPath } from './read-emails.ts';
import { sayBytes } from './say-bytes.ts';

/** The files of a mail, to be downloaded; none is ever opened here. */
export function Attachments({ email }: { email: EmailDetail }): ReactNode {
  const { attachments } = email;
  if (attachments.length === 0) return null;
  return (
    <Panel title={attachments.length === 1 ? '1 file' : `${attachments.length} files`}>
      <ul className="attachments">
        {attachments.map(({ position, filename, content_type, size_bytes, is_inline }) => (
          <li key={position}>
            <a href={attachmentPath(email.id, position)} download={filename || `file-${position}`}>
              <span className="visually-hidden">Download </span>
              <bdi>{filename || `File ${position + 1}, without a name`}</bdi>
            </a>
            <span className="muted">
              {sayBytes(size_bytes)}, {content_type}
              {is_inline && ', shown inside the mail'}
            </span>
          </li>
        ))}
      </ul>
      <p className="field-hint">Files from strangers may be harmful. Open only what you expect.</p>
    </Panel>
  );
}
