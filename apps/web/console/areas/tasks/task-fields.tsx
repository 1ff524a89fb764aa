import type { Task } from '@deskbell/protocol';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { DraftInput } from './draft-input.tsx';
import { assigneesQuery } from './read-tasks.ts';
import { priorities, statuses } from './search.ts';
import { priorityNames, statusNames, taskEdits } from './task-edits.ts';
import { useEdited } from './use-edited.ts';

export interface TaskFieldProps {
  task: Task;
  /** What labels it; without one it names itself and its task. */
  id?: string;
  tabIndex?: number | undefined;
}

const labelOf = (name: string, { task, id }: TaskFieldProps): string | undefined =>
  id === undefined ? `${name} of “${task.title}”` : undefined;

export function StatusField(props: TaskFieldProps): ReactNode {
  const { shown, change } = useEdited(taskEdits, props.task);
  return (
    <select
      id={props.id}
      className={`input task-select status-${shown.status}`}
      aria-label={labelOf('Status', props)}
      tabIndex={props.tabIndex}
      value={shown.status}
      onChange={({ target }) => change({ status: target.value as Task['status'] })}
    >
      {statuses.map((status) => (
        <option key={status} value={status}>
          {statusNames[status]}
        </option>
      ))}
    </select>
  );
}

export function PriorityField(props: TaskFieldProps): ReactNode {
  const { shown, change } = useEdited(taskEdits, props.task);
  return (
    <select
      id={props.id}
      className={`input task-select priority-${shown.priority}`}
      aria-label={labelOf('Priority', props)}
      tabIndex={props.tabIndex}
      value={shown.priority}
      onChange={({ target }) => change({ priority: target.value as Task['priority'] })}
    >
      {priorities.map((priority) => (
        <option key={priority} value={priority}>
          {priorityNames[priority]}
        </option>
      ))}
    </select>
  );
}

export function AssigneeField(props: TaskFieldProps & { listId: string }): ReactNode {
  const { shown, change } = useEdited(taskEdits, props.task);
  const label = labelOf('Assignee', props);
  return (
    <DraftInput
      type="text"
      value={shown.assignee ?? ''}
      seenAt={props.task.updated_at}
      placeholder="Nobody"
      listId={props.listId}
      tabIndex={props.tabIndex}
      {...(props.id !== undefined && { id: props.id })}
      {...(label !== undefined && { label })}
      onCommit={(text, seenAt) => change({ assignee: text === '' ? null : text }, seenAt)}
    />
  );
}

export function DueField(props: TaskFieldProps & { describedBy?: string | undefined }): ReactNode {
  const { shown, change } = useEdited(taskEdits, props.task);
  const label = labelOf('Due day', props);
  return (
    <DraftInput
      type="date"
      value={shown.due_date ?? ''}
      seenAt={props.task.updated_at}
      tabIndex={props.tabIndex}
      describedBy={props.describedBy}
      {...(props.id !== undefined && { id: props.id })}
      {...(label !== undefined && { label })}
      onCommit={(day, seenAt) => change({ due_date: day === '' ? null : day }, seenAt)}
    />
  );
}

/** The names that an assignee field offers. */
export function AssigneeNames({ id }: { id: string }): ReactNode {
  const { data = [] } = useQuery(assigneesQuery);
  return (
    <datalist id={id}>
      {data.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}
