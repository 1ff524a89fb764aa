import type { Review, ReviewDecisionRequest } from '@deskbell/protocol';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { RecordLink } from '../../peek/record-link.tsx';
import { LevelBadge } from '../../ui/badge.tsx';
import { Icon } from '../../ui/icon.tsx';
import { showToast } from '../../ui/toast.tsx';
import { When } from '../../ui/when.tsx';
import { AssigneeNames } from '../tasks/task-fields.tsx';
import { ActionCard } from './action-card.tsx';
import {
  editsOf,
  type FieldProblem,
  problemsOf,
  proposedActions,
  sayEdits,
} from './action-drafts.ts';
import { ActionForm } from './action-form.tsx';
import { ApproveDialog } from './approve-dialog.tsx';
import { Decided } from './decided.tsx';
import { Reasons } from './reasons.tsx';
import { RejectDialog } from './reject-dialog.tsx';
import { isDangerous } from './review-reasons.ts';
import { useDecision } from './use-decision.ts';
import { useDrafts } from './use-drafts.ts';
import { useReviewKeys } from './use-review-keys.ts';
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
  const isPending = review.status === 'pending';
  const namesId = useId();
  const container = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [asks, setAsks] = useState<'approve' | 'reject'>();
  const { drafts, setDraft, forget } = useDrafts(review.id, { isPending });
  const [isEditing, setEditing] = useState(Object.keys(drafts).length > 0);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const decision = useDecision(review);
  const { decide, isRunning } = decision;

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
    forget();
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
  useReviewKeys({
    container,
    isActive: isPending,
    onApprove: () => approve(false),
    onReject: () => setAsks('reject'),
    ...(proposed.length > 0 && { onEdit: edit }),
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
                          setDraft(action.id, next);
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
      <ApproveDialog
        review={review}
        isOpen={asks === 'approve' && isPending}
        isRunning={isRunning}
        error={decision.error}
        onApprove={() => approve(true)}
        onClose={() => setAsks(undefined)}
      />
    </div>
  );
}

function approveWords(isToBeAsked: boolean, changes: string | undefined): string {
  const words = changes === undefined ? 'Approve' : 'Approve with changes';
  return isToBeAsked ? `${words}…` : words;
}
