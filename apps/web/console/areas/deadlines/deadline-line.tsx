import type { Deadline } from '@deskbell/protocol';
import type { ReactNode } from 'react';
import { useMe } from '../../api/me.ts';
import { RecordLink } from '../../peek/record-link.tsx';
import { Badge } from '../../ui/badge.tsx';
import { DeadlineState } from './deadline-fields.tsx';
import { sayTime } from './deadline-words.ts';

/** One deadline of a day, with its time and its state. */
export function DeadlineLine({ deadline }: { deadline: Deadline }): ReactNode {
  const { business } = useMe();
  return (
    <li className="deadline-line">
      <span className="deadline-time">{sayTime(deadline, business.time_zone)}</span>
      <span className="deadline-what">
        <RecordLink to={{ kind: 'deadline', id: deadline.id }}>
          <bdi>{deadline.title}</bdi>
        </RecordLink>
        {deadline.is_ambiguous && (
          <span className="ambiguous">
            <strong>Which day?</strong> <q>{deadline.quote}</q>
          </span>
        )}
      </span>
      <span className="row">
        {deadline.is_ambiguous && <Badge tone="warning">ambiguous</Badge>}
        <DeadlineState deadline={deadline} />
      </span>
    </li>
  );
}
