import type { ExecutionDetail } from '@deskbell/protocol';
import { type ReactNode, useRef } from 'react';
import { RecordLink } from '../../peek/record-link.tsx';
import { StatusBadge } from '../../ui/badge.tsx';
import { Facts } from '../../ui/definition-list.tsx';
import { sayShare } from '../../ui/figures.ts';
import { sayDuration } from '../../ui/time-words.ts';
import { When } from '../../ui/when.tsx';
import { sourcePath } from '../emails/read-emails.ts';
import { ExecutionButtons } from './execution-buttons.tsx';
import { adviceFor, ranMs, sayProgress, waitedMs } from './explain-failure.ts';
import { sayName, urgencyLevel } from './finding.ts';

/** What happened, in one glance, and what can be done about it. */
export function ExecutionOutcome(props: {
  execution: ExecutionDetail;
  isPeek: true | undefined;
}): ReactNode {
  const { execution, isPeek } = props;
  const outcome = useRef<HTMLElement>(null);
  const { status, error_message, error_code } = execution;
  const isToBeTriedAgain = status === 'pending' && error_message !== null;
  return (
    <section
      className="panel execution-outcome"
      aria-label="What happened"
      ref={outcome}
      tabIndex={-1}
    >
      <div className="execution-status">
        <StatusBadge status={status} />
        <p role="status">{sayProgress(execution)}</p>
      </div>
      {(status === 'failed' || isToBeTriedAgain) && (
        <div className="notice notice-problem">
          <div>
            <p>
              <strong>{error_message ?? 'Why is not known.'}</strong>
            </p>
            <p>
              {isToBeTriedAgain
                ? 'It is tried again by itself in a few seconds.'
                : adviceFor(error_code)}
            </p>
          </div>
          {status === 'failed' && (
            <a
              className="button button-small"
              href={sourcePath(execution.email_id)}
              download={`email-${execution.email_id}.eml`}
            >
              Download the mail
            </a>
          )}
        </div>
      )}
      <ExecutionButtons
        execution={execution}
        isPeek={isPeek}
        // The button that was pressed is gone then, and the focus with it.
        onChanged={() => outcome.current?.focus()}
      />
      <Facts items={factsOf(execution)} />
    </section>
  );
}

function factsOf(execution: ExecutionDetail) {
  const { metadata, urgency, risk, category, confidence, review, attempts } = execution;
  const waited = waitedMs(execution);
  const ran = ranMs(execution);
  return [
    {
      term: 'Mail',
      value: (
        <RecordLink to={{ kind: 'email', id: execution.email_id }}>
          {metadata.subject || '(no subject)'}
        </RecordLink>
      ),
    },
    { term: 'From', value: metadata.sender || 'unknown sender' },
    { term: 'Came in', value: <When at={execution.accepted_at} /> },
    {
      term: 'Last try began',
      value:
        attempts > 1 && execution.started_at !== null ? <When at={execution.started_at} /> : null,
    },
    { term: 'Waited', value: waited === undefined ? null : sayDuration(waited) },
    {
      term: attempts > 1 ? 'Last try took' : 'Ran',
      value: ran === undefined ? null : sayDuration(ran),
    },
    { term: 'Tries', value: attempts },
    { term: 'Category', value: category === null ? null : sayName(category) },
    {
      term: 'Urgency',
      value: urgency === null ? null : `${sayName(urgencyLevel(urgency))} (${urgency} of 100)`,
    },
    { term: 'Confidence', value: confidence === null ? null : sayShare(confidence) },
    { term: 'Risk', value: risk === null ? null : sayName(risk) },
    {
      term: 'Review',
      value:
        review === null ? null : (
          <RecordLink to={{ kind: 'review', id: review.id }}>
            {review.status === 'pending' ? 'waits for a decision' : review.status}
          </RecordLink>
        ),
    },
  ];
}
