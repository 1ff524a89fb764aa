import type { Action } from '@deskbell/protocol';
import type { ReactNode } from 'react';
import { RecordLink } from '../../peek/record-link.tsx';
import { Badge, LevelBadge, type Tone } from '../../ui/badge.tsx';
import { Facts } from '../../ui/definition-list.tsx';
import { sayDate, sayName } from '../executions/finding.ts';
import { textIn } from '../executions/read-fields.ts';
import { MailWords } from '../tasks/mail-words.tsx';

const kinds: Readonly<Record<Action['kind'], string>> = {
  create_task: 'Task',
  schedule_event: 'Deadline',
  send_notification: 'Notification',
  human_review: 'Review',
};

/** One proposed action with the words of the mail that it rests on; `children` change it. */
export function ActionCard(props: {
  action: Action;
  isDropped?: boolean;
  isEdited?: boolean;
  /** In place of what is proposed. */
  form?: ReactNode;
}): ReactNode {
  const { action, isDropped = false, isEdited = false, form } = props;
  const { kind, payload } = action;
  const title = textIn(payload, 'title') ?? textIn(payload, 'subject') ?? 'Without a title';
  const state = stateOf(action, { isDropped, isEdited });
  return (
    <li className={isDropped ? 'action-card is-dropped' : 'action-card'}>
      <div className="action-card-head">
        <span className="action-card-kind">{kinds[kind]}</span>
        {payload.is_ambiguous === true && <Badge tone="warning">date can be read two ways</Badge>}
        {state !== undefined && <Badge tone={state.tone}>{state.text}</Badge>}
      </div>
      <h4 dir="auto">
        {action.record_id === null ? (
          title
        ) : (
          <RecordLink
            to={{ kind: kind === 'create_task' ? 'task' : 'deadline', id: action.record_id }}
          >
            {title}
          </RecordLink>
        )}
      </h4>
      {form ?? <ActionFacts action={action} />}
      <MailWords quote={textIn(payload, 'quote') ?? ''} />
    </li>
  );
}

function stateOf(
  { kind, status }: Action,
  { isDropped, isEdited }: { isDropped: boolean; isEdited: boolean },
): { tone: Tone; text: string } | undefined {
  if (status === 'rejected') return { tone: 'neutral', text: 'not carried out' };
  if (status === 'executed') {
    return { tone: 'good', text: kind === 'send_notification' ? 'has gone out' : 'carried out' };
  }
  if (isDropped) return { tone: 'neutral', text: 'left out' };
  return isEdited ? { tone: 'busy', text: 'changed by you' } : undefined;
}

function ActionFacts({ action: { kind, payload } }: { action: Action }): ReactNode {
  const text = textIn(payload, 'description') ?? textIn(payload, 'body');
  const level = textIn(payload, 'priority') ?? textIn(payload, 'urgency');
  const time = textIn(payload, 'time');
  const type = textIn(payload, 'type') ?? textIn(payload, 'category');
  return (
    <>
      {text !== undefined &&
        (kind === 'send_notification' ? (
          <details>
            <summary>What it says</summary>
            <p className="plain-text action-text">{text}</p>
          </details>
        ) : (
          <p className="plain-text action-text">{text}</p>
        ))}
      <Facts
        items={[
          {
            term: kind === 'create_task' ? 'Priority' : 'Urgency',
            value: level === undefined ? null : <LevelBadge level={level} />,
          },
          {
            term: 'Assignee',
            value: kind === 'create_task' ? (textIn(payload, 'assignee') ?? 'nobody') : null,
          },
          {
            term: 'Due',
            value:
              kind === 'create_task' ? (sayDate(textIn(payload, 'due_date')) ?? 'no day') : null,
          },
          { term: 'Date', value: sayDate(textIn(payload, 'date')) },
          {
            term: 'Time',
            value:
              kind !== 'schedule_event'
                ? null
                : time === undefined
                  ? 'all day'
                  : `${time}, ${textIn(payload, 'timezone') ?? ''}`,
          },
          {
            term: kind === 'create_task' ? 'Category' : 'Type',
            value: type === undefined ? null : sayName(type),
          },
        ]}
      />
    </>
  );
}
