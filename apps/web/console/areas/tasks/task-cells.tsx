import type { Task } from '@deskbell/protocol';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import type { Column } from '../../ui/data-table.tsx';
import { useRowTabIndex } from './active-row.ts';
import { sayDue } from './due-words.ts';
import { taskEdits } from './task-edits.ts';
import { AssigneeField, DueField, PriorityField, StatusField } from './task-fields.tsx';
import { TaskNotice } from './task-notice.tsx';
import { useEdited } from './use-edited.ts';
import { useToday } from './use-today.ts';

export const ASSIGNEES_ID = 'task-assignees';

export const taskColumns: readonly Column<Task>[] = [
  { id: 'title', header: 'Task', cell: (task) => <TitleCell task={task} /> },
  {
    id: 'priority',
    header: 'Priority',
    width: '6.75rem',
    cell: (task) => <PriorityCell task={task} />,
  },
  {
    id: 'assignee',
    header: 'Assignee',
    width: '8.25rem',
    cell: (task) => <AssigneeCell task={task} />,
  },
  { id: 'due', header: 'Due', width: '9.75rem', cell: (task) => <DueCell task={task} /> },
  { id: 'status', header: 'Status', width: '7.75rem', cell: (task) => <StatusCell task={task} /> },
  {
    id: 'mail',
    header: 'From mail',
    width: '5.75rem',
    cell: (task) => <MailCell task={task} />,
    isSecondary: true,
  },
];

function TitleCell({ task }: { task: Task }): ReactNode {
  const { shown } = useEdited(taskEdits, task);
  const isEnded = shown.status === 'done' || shown.status === 'cancelled';
  return (
    <span className="task-title-cell">
      <a
        href={`/staff/tasks?peek=task:${task.id}`}
        tabIndex={-1}
        className={isEnded ? 'row-link task-title is-ended' : 'row-link task-title'}
      >
        <bdi>{task.title}</bdi>
      </a>
      <span className="task-category">{task.category || 'no category'}</span>
      <TaskNotice task={task} />
    </span>
  );
}

function PriorityCell({ task }: { task: Task }): ReactNode {
  return <PriorityField task={task} tabIndex={useRowTabIndex(task.id)} />;
}

function AssigneeCell({ task }: { task: Task }): ReactNode {
  return <AssigneeField task={task} listId={ASSIGNEES_ID} tabIndex={useRowTabIndex(task.id)} />;
}

function StatusCell({ task }: { task: Task }): ReactNode {
  return <StatusField task={task} tabIndex={useRowTabIndex(task.id)} />;
}

function DueCell({ task }: { task: Task }): ReactNode {
  const wordsId = useId();
  const { shown } = useEdited(taskEdits, task);
  const due = sayDue(shown, useToday());
  return (
    <span className="due-cell">
      <DueField
        task={task}
        tabIndex={useRowTabIndex(task.id)}
        describedBy={due === undefined ? undefined : wordsId}
      />
      {due !== undefined && (
        <span id={wordsId} className={due.isOverdue ? 'due-words is-overdue' : 'due-words'}>
          {due.text}
        </span>
      )}
    </span>
  );
}

function MailCell({ task }: { task: Task }): ReactNode {
  return (
    <Link
      to="."
      search={(search) => ({ ...search, peek: `email:${task.email_id}` })}
      tabIndex={useRowTabIndex(task.id)}
    >
      Open mail<span className="visually-hidden"> of “{task.title}”</span>
    </Link>
  );
}
