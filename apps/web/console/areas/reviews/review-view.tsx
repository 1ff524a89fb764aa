import type { Review, ReviewDecisionRequest } from '@deskbell/protocol';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useShortcut } from '../../keys/use-shortcut.ts';
import { RecordLink } from '../../peek/record-link.tsx';
import { LevelBadge } from '../../ui/badge.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { showToast } from '../../ui/toast.tsx';
import { When } from '../../ui/when.tsx';
import { AssigneeNames } from '../tasks/task-fields.tsx';
import { ActionCard } from './action-card.tsx';
import {
  type ActionDrafts,
  editsOf,
  type FieldProblem,
  problemsOf,
  proposedActions,
  sayEdits,
} from './action-drafts.ts';
import { ActionForm } from './action-form.tsx';
import { RejectDialog } from './reject-dialog.tsx';
import { isDangerous, partReasons } from './review-reasons.ts';
import { useDecision } from './use-decision.ts';
import '../tasks/tasks.css';
import './reviews.css';

export interface ReviewViewProps {
  review: Review;
  /** Of the heading that names it. */
  titleAs: 'h2' | 'h3';
  /** Whether its heading gets the focus, asked once. */
  takesFocus: (id: string) => boolean;
  /** Called when a person has decided it here. Never rejects. */
  onDecided: (review: Review) => Promise<void>;
}

const UNTOUCHED = { values: {}, isDropped: false };

/** One review: why a person is asked, what is proposed, and the decision. */
export function ReviewView(props: ReviewViewProps): ReactNode {
  const { review, titleAs: Title, takesFocus, onDecided } = props;
  const namesId = useId();
  const container = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [isEditing, setEditing] = useState(false);
  const [asks, setAsks] = useState<'approve' | 'reject'>();
  const [drafts, setDrafts] = useState<ActionDrafts>({});
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const decision = useDecision(review);
  const { decide, isRunning } = decision;

  const isPending = review.status === 'pending';
  const proposed = proposedActions(review);
  const edits = editsOf(proposed, drafts);
  const changes = sayEdits(edits);
  const shownActions = review.actions.filter(({ kind }) => kind !== 'human_review');

  useEffect(() => {
    if (takesFocus(review.id)) heading.current?.focus();
  }, [takesFocus, review.id]);

  async function send(request: ReviewDecisionRequest): Promise<void> {
    const isDecided = await decide(request);
    if (!isDecided) return;
    setAsks(undefined);
    setEditing(false);
    const subject = review.email.subject || '(no subject)';
    const verb = request.decision === 'approve' ? 'Approved' : 'Rejected';
    showToast({ tone: 'good', text: `${verb}: “${subject}”.` });
    heading.current?.focus();
    await onDecided(review);
  }
  function approve(isSure: boolean): void {
    if (!isPending || isRunning) return;
    const found = problemsOf(proposed, drafts);
    flushSync(() => {
      setProblems(found);
      if (found.length > 0) setEditing(true);
    });
    if (found.length > 0) {
      container.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    if (isDangerous(review) && !isSure) setAsks('approve');
    else void send({ decision: 'approve', ...(edits.length > 0 && { edits }) });
  }
  function edit(): void {
    if (proposed.length === 0) return;
    flushSync(() => setEditing(true));
    container.current?.querySelector<HTMLElement>('.action-fields .input')?.focus();
  }
  useShortcut({
    key: 'a',
    label: 'Approve the review',
    group: 'This page',
    isActive: isPending,
    run: () => approve(false),
  });
  useShortcut({
    key: 'e',
    label: 'Edit what is proposed',
    group: 'This page',
    isActive: isPending && proposed.length > 0,
    run: edit,
  });
  useShortcut({
    key: 'x',
    label: 'Reject the review',
    group: 'This page',
    isActive: isPending,
    run: () => setAsks('reject'),
  });

  return (
    <div className="review-view" ref={container}>
      <div className="stack-tight">
        <Title className="record-title" ref={heading} tabIndex={-1} dir="auto">
          {review.email.subject || '(no subject)'}
        </Title>
        <p className="row">
          <LevelBadge level={review.risk} />
          <span className="muted">risk, from</span>
          <bdi>{review.email.sender || 'an unknown sender'}</bdi>
          <span className="muted">
            <When at={review.created_at} />
          </span>
        </p>
        <p className="row">
          <RecordLink to={{ kind: 'email', id: review.email.id }}>Read the mail</RecordLink>
          <RecordLink to={{ kind: 'execution', id: review.execution_id }}>
            How it was read
          </RecordLink>
        </p>
      </div>
      <Decided review={review} cameTooLate={decision.cameTooLate} />
      <Reasons review={review} />
      <section className="stack-tight" aria-label="What is proposed">
        <h3>{isPending ? 'What is proposed' : 'What was proposed'}</h3>
        {shownActions.length === 0 ? (
          <p className="muted">
            Nothing has to be done. Approving says that somebody has looked at the mail.
          </p>
        ) : (
          <ul className="action-cards">
            {shownActions.map((action) => {
              const draft = drafts[action.id] ?? UNTOUCHED;
              const isOpen = isEditing && isPending && proposed.includes(action);
              return (
                <ActionCard
                  key={action.id}
                  action={action}
                  isDropped={isPending && draft.isDropped}
                  isEdited={isPending && edits.some(({ action_id }) => action_id === action.id)}
                  {...(isOpen && {
                    form: (
                      <ActionForm
                        action={action}
                        draft={draft}
                        problems={problems}
                        namesId={namesId}
                        onChange={(next) => {
                          setDrafts({ ...drafts, [action.id]: next });
                          setProblems(problems.filter(({ actionId }) => actionId !== action.id));
                        }}
                      />
                    ),
                  })}
                />
              );
            })}
          </ul>
        )}
        {isEditing && <AssigneeNames id={namesId} />}
      </section>
      {decision.error !== undefined && asks === undefined && (
        <div className="notice notice-problem" role="alert">
          <p>{decision.error}</p>
        </div>
      )}
      {isPending && (
        <div className="review-buttons">
          <button
            type="button"
            className="button button-primary"
            aria-disabled={isRunning}
            aria-keyshortcuts="a"
            onClick={() => approve(false)}
          >
            <Icon name="check" />
            {isRunning ? 'Deciding…' : approveWords(isDangerous(review), changes)}
          </button>
          {proposed.length > 0 && (
            <button
              type="button"
              className="button"
              aria-keyshortcuts="e"
              aria-pressed={isEditing}
              onClick={() => (isEditing ? setEditing(false) : edit())}
            >
              {isEditing ? 'Close the fields' : 'Edit'}
            </button>
          )}
          <button
            type="button"
            className="button button-danger"
            aria-keyshortcuts="x"
            onClick={() => setAsks('reject')}
          >
            Reject…
          </button>
          <span className="muted small" role="status">
            {changes ?? ''}
          </span>
        </div>
      )}
      <RejectDialog
        isOpen={asks === 'reject' && isPending}
        isRunning={isRunning}
        error={decision.error}
        onReject={(note) => void send({ decision: 'reject', note })}
        onClose={() => setAsks(undefined)}
      />
      <Dialog
        title={`Approve in spite of a ${review.risk} risk?`}
        isOpen={asks === 'approve' && isPending}
        onClose={() => setAsks(undefined)}
      >
        <Reasons review={review} />
        {decision.error !== undefined && (
          <p className="field-error" role="alert">
            {decision.error}
          </p>
        )}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={() => setAsks(undefined)}>
            Back
          </button>
          <button
            type="button"
            className="button button-danger"
            aria-disabled={isRunning}
            onClick={() => approve(true)}
          >
            {isRunning ? 'Deciding…' : 'Approve all the same'}
          </button>
        </div>
      </Dialog>
    </div>
  );
}

function approveWords(isToBeAsked: boolean, changes: string | undefined): string {
  const words = changes === undefined ? 'Approve' : 'Approve with changes';
  return isToBeAsked ? `${words}…` : words;
}

/** Why a person is asked: dangers first, with what to do about them. */
function Reasons({ review }: { review: Review }): ReactNode {
  const { warnings, others } = partReasons(review.reasons);
  return (
    <>
      {warnings.length > 0 && (
        <div className="review-warnings">
          <Icon name="warning" />
          <ul>
            {warnings.map(({ code, detail, advice }) => (
              <li key={code}>
                <strong>{detail}</strong> {advice}
              </li>
            ))}
          </ul>
        </div>
      )}
      {others.length > 0 && (
        <ul className="review-reasons">
          {others.map(({ code, detail }) => (
            <li key={`${code} ${detail}`}>{detail}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Who decided, when and why. */
function Decided({ review, cameTooLate }: { review: Review; cameTooLate: boolean }): ReactNode {
  const { status, decided_at, decided_by_name, note } = review;
  if (status === 'pending') return null;
  return (
    <div
      className={cameTooLate ? 'notice notice-problem' : 'notice'}
      role={cameTooLate ? 'alert' : undefined}
    >
      <div>
        <p>
          {cameTooLate && <strong>Somebody was faster; your decision was not taken. </strong>}
          <strong>{decided_by_name ?? 'Somebody'}</strong> {status} this
          {decided_at !== null && (
            <>
              {' '}
              (<When at={decided_at} />)
            </>
          )}
          .
        </p>
        {note !== null && (
          <p className="plain-text" dir="auto">
            “{note}”
          </p>
        )}
      </div>
    </div>
  );
}
