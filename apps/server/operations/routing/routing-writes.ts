import { v7 as uuidv7 } from 'uuid';
import type { SqlWrite } from '../pipeline/sql-write.ts';
import type { ProposedAction, Routing } from './action.ts';
import { type ActionTarget, actionsWrite } from './execute-actions.ts';

/**
 * Parts of a statement that store what routing decided for a mail, and do it, unless a person has to
 * look first: then the actions wait as 'pending_review' under one review. The notification alone does
 * not wait: it is how a person hears of the mail, in words of ours. A mail that was routed before
 * keeps what it has. `channels` are to be notified with the commit or after it.
 */
export function routingWrites({ routing, ...target }: ActionTarget & { routing: Routing }): {
  writes: readonly SqlWrite[];
  channels: readonly string[];
} {
  if (routing.actions.length === 0) return { writes: [], channels: [] };
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
  const executed = actionsWrite(
    actions.filter((action) => !waits(action)),
    target,
    'made.action_id in (select id from acted)',
  );
  const values = [
    target.executionId,
    JSON.stringify(rows),
    target.now,
    uuidv7(),
    JSON.stringify(routing.reviewReasons),
    routing.risk,
    isGated,
  ];
  return {
    writes: [{ text: ROUTING, values }, executed.write],
    channels: executed.channels,
  };
}

// What an earlier run stored may have been decided on: nothing is added beside it.
const ROUTING = `
  acted as (
    insert into actions (id, execution_id, kind, action_key, payload, status, created_at)
    select row.id, $1::uuid, row.kind, row.action_key, row.payload, row.status, $3::timestamptz
    from json_to_recordset($2::json)
      as row (id uuid, kind text, action_key text, payload json, status text)
    where not exists (select from actions where execution_id = $1::uuid)
    on conflict do nothing
    returning id
  ), review as (
    insert into reviews (id, execution_id, reasons, risk, status, created_at)
    select $4::uuid, $1::uuid, $5::json, $6::text, 'pending', $3::timestamptz
    where $7::boolean and exists (select from acted)
    on conflict (execution_id) do nothing
  )`;
