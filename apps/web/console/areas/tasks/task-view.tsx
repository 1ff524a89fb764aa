import type { Task } from '@deskbell/protocol';
import { type ReactNode, useId } from 'react';
import { RecordLink } from '../../peek/record-link.tsx';
import { Facts } from '../../ui/definition-list.tsx';
import { When } from '../../ui/when.tsx';
import { sayDue } from './due-words.ts';
import { MailWords } from './mail-words.tsx';
import { taskEdits } from './task-edits.ts';
import {
  AssigneeField,
  AssigneeNames,
  DueField,
  PriorityField,
  StatusField,
} from './task-fields.tsx';
import { TaskNotice } from './task-notice.tsx';
import { useEdited } from './use-edited.ts';
import { useToday } from './use-today.ts';
import './tasks.css';

/** One task: what is to be done, what can be changed, and the words it rests on. */
export function TaskView({ task }: { task: Task }): ReactNode {
  const id = useId();
  const { shown, edit } = useEdited(taskEdits, task);
  const due = sayDue(shown, useToday());
  return (
    <div className="record-view" tabIndex={-1}>
      <h3 className="record-title" dir="auto">
        {task.title}
      </h3>
      <TaskNotice task={task} />
      <div className="record-fields">
        <div className="field">
          <label htmlFor={`${id}-status`}>Status</label>
          <StatusField task={task} id={`${id}-status`} />
        </div>
        <div className="field">
          <label htmlFor={`${id}-priority`}>Priority</label>
          <PriorityField task={task} id={`${id}-priority`} />
        </div>
        <div className="field">
          <label htmlFor={`${id}-assignee`}>Assignee</label>
          <AssigneeField task={task} id={`${id}-assignee`} listId={`${id}-names`} />
        </div>
        <div className="field">
          <label htmlFor={`${id}-due`}>Due</label>
          <DueField
            task={task}
            id={`${id}-due`}
            describedBy={due === undefined ? undefined : `${id}-words`}
          />
          {due !== undefined && (
            <span
              id={`${id}-words`}
              className={due.isOverdue ? 'due-words is-overdue' : 'due-words'}
            >
              {due.text}
            </span>
          )}
        </div>
      </div>
      <p className="saving-line" role="status">
        {edit?.phase === 'saving' ? 'Saving…' : 'Changes are saved when you leave a field.'}
      </p>
      <AssigneeNames id={`${id}-names`} />
      {task.description !== '' && <p className="plain-text">{task.description}</p>}
      <MailWords quote={task.quote} />
      <Facts
        items={[
          { term: 'Category', value: task.category || null },
          {
            term: 'From',
            value: (
              <span className="row">
                <RecordLink to={{ kind: 'email', id: task.email_id }}>The mail</RecordLink>
                <RecordLink to={{ kind: 'execution', id: task.execution_id }}>
                  How it was read
                </RecordLink>
              </span>
            ),
          },
          { term: 'Made', value: <When at={task.created_at} /> },
          {
            term: 'Changed',
            value: task.updated_at === task.created_at ? null : <When at={task.updated_at} />,
          },
          {
            term: 'Done',
            value: task.completed_at === null ? null : <When at={task.completed_at} />,
          },
        ]}
      />
    </div>
  );
}
