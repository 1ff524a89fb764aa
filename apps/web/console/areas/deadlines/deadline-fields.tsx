import type { Deadline } from '@deskbell/protocol';
import type { ReactNode } from 'react';
import { useMe } from '../../api/me.ts';
import { Badge } from '../../ui/badge.tsx';
import { EditNotice } from '../tasks/edit-notice.tsx';
import { useEdited } from '../tasks/use-edited.ts';
import {
  deadlineEdits,
  deadlineStatuses,
  deadlineStatusNames,
  sayDeadlineFields,
} from './deadline-edits.ts';
import { sayState } from './deadline-words.ts';

/** Done, called off, or to be done again. */
export function DeadlineStatusField(props: {
  deadline: Deadline;
  id?: string;
  tabIndex?: number | undefined;
}): ReactNode {
  const { deadline, id } = props;
  const { shown, change } = useEdited(deadlineEdits, deadline);
  return (
    <select
      id={id}
      className={`input task-select status-${shown.status}`}
      aria-label={id === undefined ? `Status of “${deadline.title}”` : undefined}
      tabIndex={props.tabIndex}
      value={shown.status}
      onChange={({ target }) => change({ status: target.value as Deadline['status'] })}
    >
      {deadlineStatuses.map((status) => (
        <option key={status} value={status}>
          {deadlineStatusNames[status]}
        </option>
      ))}
    </select>
  );
}

/** How it stands now, in a word or two. */
export function DeadlineState({ deadline }: { deadline: Deadline }): ReactNode {
  const { business } = useMe();
  const { shown } = useEdited(deadlineEdits, deadline);
  const { text, tone } = sayState(shown, { now: new Date(), timeZone: business.time_zone });
  return <Badge tone={tone}>{text}</Badge>;
}

/** A change of the deadline that was not saved. */
export function DeadlineNotice({ deadline }: { deadline: Deadline }): ReactNode {
  const { edit, change, drop } = useEdited(deadlineEdits, deadline);
  const names = Object.keys(edit?.fields ?? {});
  return (
    <EditNotice
      edit={edit}
      now={sayDeadlineFields(deadline, names)}
      wanted={sayDeadlineFields(edit?.fields ?? {}, names)}
      onSave={() => change({})}
      onDrop={drop}
    />
  );
}
