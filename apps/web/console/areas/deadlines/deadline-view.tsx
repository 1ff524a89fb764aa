import type { Deadline } from '@deskbell/protocol';
import { type ReactNode, useId } from 'react';
import { useMe } from '../../api/me.ts';
import { RecordLink } from '../../peek/record-link.tsx';
import { LevelBadge } from '../../ui/badge.tsx';
import { Facts } from '../../ui/definition-list.tsx';
import { When } from '../../ui/when.tsx';
import { sayName } from '../executions/finding.ts';
import { DraftInput } from '../tasks/draft-input.tsx';
import { MailWords } from '../tasks/mail-words.tsx';
import { useEdited } from '../tasks/use-edited.ts';
import { useToday } from '../tasks/use-today.ts';
import { deadlineEdits } from './deadline-edits.ts';
import { DeadlineNotice, DeadlineState, DeadlineStatusField } from './deadline-fields.tsx';
import { cityOf, sayMoment } from './deadline-words.ts';
import '../tasks/tasks.css';
import './deadlines.css';

/** One deadline: when it is, what can be changed, and the words it rests on. */
export function DeadlineView({ deadline }: { deadline: Deadline }): ReactNode {
  const id = useId();
  const { business } = useMe();
  const today = useToday();
  const { shown, edit, change } = useEdited(deadlineEdits, deadline);
  const isFixed = shown.status !== 'scheduled';
  return (
    <div className="record-view" tabIndex={-1}>
      <h3 className="record-title" dir="auto">
        {deadline.title}
      </h3>
      <p className="row">
        <strong>{sayMoment(deadline, { today, timeZone: business.time_zone })}</strong>
        <DeadlineState deadline={deadline} />
      </p>
      <DeadlineNotice deadline={deadline} />
      {shown.is_ambiguous && (
        <div className="notice">
          <p>
            <strong>The date can be read in more than one way.</strong> Read the words of the mail
            below, and write the day that is meant.
          </p>
        </div>
      )}
      <div className="record-fields">
        <div className="field">
          <label htmlFor={`${id}-date`}>Date</label>
          <DraftInput
            id={`${id}-date`}
            type="date"
            value={shown.date}
            seenAt={deadline.updated_at}
            isRequired
            isDisabled={isFixed}
            describedBy={`${id}-hint`}
            onCommit={(date, seenAt) => change({ date }, seenAt)}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-time`}>Time</label>
          <DraftInput
            id={`${id}-time`}
            type="time"
            value={shown.time ?? ''}
            seenAt={deadline.updated_at}
            isDisabled={isFixed}
            describedBy={`${id}-hint`}
            onCommit={(time, seenAt) => change({ time: time === '' ? null : time }, seenAt)}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-status`}>Status</label>
          <DeadlineStatusField deadline={deadline} id={`${id}-status`} />
        </div>
      </div>
      {deadline.is_ambiguous && !isFixed && (
        <p>
          <button
            type="button"
            className="button button-small"
            onClick={() => change({ date: shown.date })}
          >
            The date is right as it is
          </button>
        </p>
      )}
      <p className="saving-line">
        <span id={`${id}-hint`}>
          {isFixed
            ? 'What is done or cancelled keeps its day; set it to Scheduled to move it.'
            : `In ${cityOf(deadline.timezone)} time; without a time it is the whole day.`}
        </span>{' '}
        <span role="status">{edit?.phase === 'saving' ? 'Saving…' : ''}</span>
      </p>
      {deadline.description !== '' && <p className="plain-text">{deadline.description}</p>}
      <MailWords quote={deadline.quote} />
      <Facts
        items={[
          { term: 'Type', value: sayName(deadline.type) },
          { term: 'Urgency', value: <LevelBadge level={deadline.urgency} /> },
          {
            term: 'From',
            value: (
              <span className="row">
                <RecordLink to={{ kind: 'email', id: deadline.email_id }}>The mail</RecordLink>
                <RecordLink to={{ kind: 'execution', id: deadline.execution_id }}>
                  How it was read
                </RecordLink>
              </span>
            ),
          },
          { term: 'Made', value: <When at={deadline.created_at} /> },
          {
            term: 'Changed',
            value:
              deadline.updated_at === deadline.created_at ? null : (
                <When at={deadline.updated_at} />
              ),
          },
        ]}
      />
    </div>
  );
}
