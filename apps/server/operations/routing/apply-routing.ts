import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { ProposedAction, Routing } from './action.ts';
import { type ActionTarget, executeActions } from './execute-actions.ts';

/**
 * Stores what routing decided for a mail, and does it, unless a person has to look first: then the
 * actions wait as 'pending_review' under one review. The notification alone does not wait: it is how
 * a person hears of the mail, in words of ours. In the caller's transaction; a mail that was routed
 * before keeps what it has.
 */
export async function applyRouting({
  routing,
  ...target
}: ActionTarget & { routing: Routing }): Promise<void> {
  if (routing.actions.length === 0) return;
  const { transaction, executionId, now } = target;
  const isGated = routing.reviewReasons.length > 0;
  const actions = routing.actions.map((action) => ({ ...action, id: uuidv7() }));
  const waits = ({ kind }: ProposedAction) => isGated && kind !== 'send_notification';
  const rows = actions.map((action) => ({
    id: action.id,
    kind: action.kind,
    action_key: action.actionKey,
    payload: action.payload,
    status: waits(action) ? 'pending_review' : 'executed',
  }));
  // What an earlier run stored may have been decided on: nothing is added beside it.
  const inserted = await sql<{ id: string }>`
    insert into actions (id, execution_id, kind, action_key, payload, status, created_at)
    select row.id, ${executionId}::uuid, row.kind, row.action_key, row.payload, row.status, ${now}
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as row (id uuid, kind text, action_key text, payload json, status text)
    where not exists (select from actions where execution_id = ${executionId}::uuid)
    on conflict do nothing
    returning id
  `.execute(transaction);
  const ids = new Set(inserted.rows.map(({ id }) => id));
  const stored = actions.filter(({ id }) => ids.has(id));
  await executeActions(
    stored.filter((action) => !waits(action)),
    target,
  );
  if (isGated && stored.length > 0) {
    await transaction
      .insertInto('reviews')
      .values({
        id: uuidv7(),
        execution_id: executionId,
        reasons: JSON.stringify(routing.reviewReasons),
        risk: routing.risk,
        created_at: now,
        decided_at: null,
        decided_by: null,
        note: null,
      })
      .onConflict((conflict) => conflict.column('execution_id').doNothing())
      .execute();
  }
}
