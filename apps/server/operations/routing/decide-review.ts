import type { Insertable, Kysely, Transaction } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { EXECUTIONS_CHANNEL } from '../pipeline/job-queue.ts';
import { sqlRunnerOf } from '../pipeline/sql-runner.ts';
import type { OperationsSettings } from '../settings.ts';
import type { OperationsTables, ReviewStatus } from '../tables.ts';
import { editPayload } from './edit-payload.ts';
import { executeActions, type StoredAction } from './execute-actions.ts';

/** What a person changed about one of the proposed actions. */
export interface ActionEdit {
  actionId: string;
  /** Fields of its payload, checked against the schemas of action.ts. */
  changes?: Record<string, unknown> | undefined;
  /** Leave this action out. */
  isDropped?: boolean | undefined;
}

export interface ReviewDecision {
  reviewId: string;
  decision: 'approve' | 'reject';
  /** Only with 'approve'. Actions that are not named are approved as they are. */
  edits: readonly ActionEdit[];
  note: string | null;
  /** Who decides. */
  actor: string;
}

export type DecisionOutcome =
  | { kind: 'decided'; status: 'approved' | 'rejected'; executionId: string }
  | { kind: 'not_found' }
  /** Somebody was first; nothing was changed. */
  | {
      kind: 'already_decided';
      status: ReviewStatus;
      decidedBy: string | null;
      decidedAt: Date | null;
    }
  /** Nothing was changed; `detail` is a sentence for the person. */
  | { kind: 'invalid_edit'; detail: string };

interface DecideReviewOptions {
  database: Kysely<OperationsTables>;
  settings: Pick<OperationsSettings, 'notifications'>;
  clock: () => Date;
}

/** Undoes the transaction of a decision that cannot be taken. */
class InvalidEdit extends Error {}

/**
 * Decides a review in one transaction: approved actions are executed, the others rejected, and the
 * audit trail says who did what. Of several decisions at the same moment the first one counts.
 */
export async function decideReview(
  { database, settings, clock }: DecideReviewOptions,
  decision: ReviewDecision,
): Promise<DecisionOutcome> {
  try {
    return await database
      .transaction()
      .execute((transaction) => decide({ transaction, settings, now: clock(), ...decision }));
  } catch (error) {
    if (error instanceof InvalidEdit) return { kind: 'invalid_edit', detail: error.message };
    throw error;
  }
}

type Decide = ReviewDecision & {
  transaction: Transaction<OperationsTables>;
  settings: Pick<OperationsSettings, 'notifications'>;
  now: Date;
};

async function decide(options: Decide): Promise<DecisionOutcome> {
  const { transaction, settings, now, reviewId, decision, edits, note, actor } = options;
  const review = await transaction
    .selectFrom('reviews')
    .innerJoin('executions', 'executions.id', 'reviews.execution_id')
    .select([
      'reviews.execution_id',
      'reviews.status',
      'reviews.decided_by',
      'reviews.decided_at',
      'executions.email_id',
    ])
    .where('reviews.id', '=', reviewId)
    .forUpdate('reviews')
    .executeTakeFirst();
  if (review === undefined) return { kind: 'not_found' };
  if (review.status !== 'pending') {
    return {
      kind: 'already_decided',
      status: review.status,
      decidedBy: review.decided_by,
      decidedAt: review.decided_at,
    };
  }
  const executionId = review.execution_id;
  const pending = await readPending(transaction, executionId);
  const { approved, dropped, edited } =
    decision === 'approve'
      ? applyEdits(pending, edits)
      : { approved: [], dropped: rejectAll(pending, edits), edited: [] };

  for (const { after } of edited) {
    await transaction
      .updateTable('actions')
      .set({ payload: JSON.stringify(after.payload) })
      .where('id', '=', after.id)
      .execute();
  }
  await setStatus({ transaction, actions: approved, status: 'executed', now });
  await setStatus({ transaction, actions: dropped, status: 'rejected', now });
  await executeActions(approved, {
    transaction,
    executionId,
    emailId: review.email_id,
    settings,
    now,
  });

  const status = decision === 'approve' ? 'approved' : 'rejected';
  await transaction
    .updateTable('reviews')
    .set({ status, decided_at: now, decided_by: actor, note })
    .where('id', '=', reviewId)
    .execute();
  const entry = (what: string, before: object, after: object) => ({
    id: uuidv7(),
    execution_id: executionId,
    actor,
    what,
    before: JSON.stringify(before),
    after: JSON.stringify(after),
    at: now,
  });
  const entries: Insertable<OperationsTables['audit_entries']>[] = [
    entry(
      `review_${status}`,
      { review_id: reviewId, status: 'pending' },
      {
        review_id: reviewId,
        status,
        note,
        executed: approved.map(({ id }) => id),
        rejected: dropped.map(({ id }) => id),
      },
    ),
    ...edited.map(({ before, after }) =>
      entry(
        'action_edited',
        { action_id: before.id, payload: before.payload },
        { action_id: after.id, payload: after.payload },
      ),
    ),
  ];
  await transaction.insertInto('audit_entries').values(entries).execute();
  await sqlRunnerOf(transaction)('select pg_notify($1, $2)', [EXECUTIONS_CHANNEL, executionId]);
  return { kind: 'decided', status, executionId };
}

async function readPending(
  transaction: Transaction<OperationsTables>,
  executionId: string,
): Promise<StoredAction[]> {
  const rows = await transaction
    .selectFrom('actions')
    .select(['id', 'kind', 'action_key as actionKey', 'payload'])
    .where('execution_id', '=', executionId)
    .where('status', '=', 'pending_review')
    .orderBy('id')
    .forUpdate()
    .execute();
  // Written by routing-writes.ts, or by edit-payload.ts after its check.
  return rows as StoredAction[];
}

interface Decided {
  approved: StoredAction[];
  dropped: StoredAction[];
  edited: { before: StoredAction; after: StoredAction }[];
}

function applyEdits(pending: readonly StoredAction[], edits: readonly ActionEdit[]): Decided {
  const editOf = new Map(edits.map((edit) => [edit.actionId.toLowerCase(), edit]));
  if (editOf.size < edits.length) throw new InvalidEdit('an action is edited twice');
  const decided: Decided = { approved: [], dropped: [], edited: [] };
  for (const action of pending) {
    const edit = editOf.get(action.id);
    editOf.delete(action.id);
    if (edit === undefined) {
      decided.approved.push(action);
    } else if (action.kind === 'human_review') {
      throw new InvalidEdit('the question to a person cannot be edited');
    } else if (edit.isDropped === true) {
      decided.dropped.push(action);
    } else {
      const outcome = editPayload(action, edit.changes ?? {});
      if (!outcome.ok) throw new InvalidEdit(outcome.detail);
      decided.approved.push(outcome.action);
      decided.edited.push({ before: action, after: outcome.action });
    }
  }
  if (editOf.size > 0)
    throw new InvalidEdit('an edit names an action that is not part of this review');
  return decided;
}

function rejectAll(pending: StoredAction[], edits: readonly ActionEdit[]): StoredAction[] {
  if (edits.length > 0) throw new InvalidEdit('edits are only for an approval');
  return pending;
}

async function setStatus({
  transaction,
  actions,
  status,
  now,
}: {
  transaction: Transaction<OperationsTables>;
  actions: readonly StoredAction[];
  status: 'executed' | 'rejected';
  now: Date;
}): Promise<void> {
  if (actions.length === 0) return;
  const ids = actions.map(({ id }) => id);
  await transaction
    .updateTable('actions')
    .set({ status, decided_at: now })
    .where('id', 'in', ids)
    .execute();
}
