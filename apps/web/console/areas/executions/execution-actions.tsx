import type { Action, ExecutionDetail } from '@deskbell/protocol';
import type { ReactNode } from 'react';
import { RecordLink } from '../../peek/record-link.tsx';
import type { RecordReference } from '../../peek/record-reference.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Panel } from '../../ui/panel.tsx';
import { sayDate } from './finding.ts';
import { recordsIn, textIn } from './read-fields.ts';

/** What came of the mail: tasks, deadlines, a notice, a question to a person. */
export function ExecutionActions({ execution }: { execution: ExecutionDetail }): ReactNode {
  const { actions, status } = execution;
  return (
    <Panel title="What came of it">
      {actions.length === 0 ? (
        <p className="muted">
          {status === 'completed'
            ? 'Nothing had to be done.'
            : 'Nothing: actions are made when the agents are through.'}
        </p>
      ) : (
        <ul className="actions-list">
          {actions.map((action) => (
            <ActionLine key={action.id} action={action} execution={execution} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

const kinds: Readonly<Record<Action['kind'], string>> = {
  create_task: 'Task',
  schedule_event: 'Deadline',
  send_notification: 'Notification',
  human_review: 'Review',
};
const statuses: Readonly<Record<Action['status'], { tone: Tone; text: string }>> = {
  executed: { tone: 'good', text: 'done' },
  pending_review: { tone: 'warning', text: 'waits for review' },
  rejected: { tone: 'neutral', text: 'rejected' },
};

function ActionLine(props: { action: Action; execution: ExecutionDetail }): ReactNode {
  const { action, execution } = props;
  const { tone, text } =
    action.kind === 'human_review' ? reviewState(execution) : statuses[action.status];
  const to = recordOf(action, execution);
  const title = titleOf(action);
  return (
    <li>
      <span className="action-kind">{kinds[action.kind]}</span>
      <span className="action-title">
        {to === undefined ? <bdi>{title}</bdi> : <RecordLink to={to}>{title}</RecordLink>}
        <ActionNote action={action} />
      </span>
      <Badge tone={tone}>{text}</Badge>
    </li>
  );
}

function reviewState({ review }: ExecutionDetail): { tone: Tone; text: string } {
  if (review === null || review.status === 'pending') {
    return { tone: 'warning', text: 'waits for a decision' };
  }
  return { tone: review.status === 'approved' ? 'good' : 'neutral', text: review.status };
}

/** What a link of the action opens: the record it became, or the review it waits for. */
function recordOf(action: Action, { review }: ExecutionDetail): RecordReference | undefined {
  if (action.record_id !== null) {
    const kind = action.kind === 'create_task' ? 'task' : 'deadline';
    return { kind, id: action.record_id };
  }
  const isReviewed = action.kind === 'human_review' || action.status === 'pending_review';
  return isReviewed && review !== null ? { kind: 'review', id: review.id } : undefined;
}

function titleOf({ kind, payload }: Action): string {
  if (kind === 'human_review') return 'A person is asked to look';
  return textIn(payload, 'title') ?? textIn(payload, 'subject') ?? 'Without a title';
}

function ActionNote({ action: { kind, payload } }: { action: Action }): ReactNode {
  if (kind === 'human_review') {
    return recordsIn(payload, 'reasons').map(({ index, record }) => (
      <span key={index} className="action-note">
        {textIn(record, 'detail')}
      </span>
    ));
  }
  const day = sayDate(textIn(payload, 'due_date') ?? textIn(payload, 'date'));
  const time = textIn(payload, 'time');
  const who = textIn(payload, 'assignee');
  const note = [
    day === undefined ? undefined : `due ${day}${time === undefined ? '' : `, ${time}`}`,
    who === undefined ? undefined : `for ${who}`,
  ].filter((part) => part !== undefined);
  return note.length === 0 ? null : <span className="action-note">{note.join(', ')}</span>;
}
