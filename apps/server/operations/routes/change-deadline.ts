import type { DeadlineChange } from '@deskbell/protocol';
import type { Kysely, Selectable } from 'kysely';
import { announceChange } from '../../platform/record-changes.ts';
import type { OperationsTables } from '../tables.ts';
import { auditChange, type ChangeOutcome, isOutdated, nextUpdate } from './change-record.ts';

export type DeadlineRow = Selectable<OperationsTables['calendar_events']>;

/** Changes the status of a deadline, with an entry in the audit trail, in one transaction. */
export async function changeDeadline({
  database,
  id,
  change: { status, updated_at: seenAt },
  actor,
  clock,
}: {
  database: Kysely<OperationsTables>;
  id: string;
  change: DeadlineChange;
  actor: string;
  clock: () => Date;
}): Promise<ChangeOutcome<DeadlineRow>> {
  return await database.transaction().execute(async (transaction) => {
    const event = await transaction
      .selectFrom('calendar_events')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (event === undefined) return { kind: 'not_found' };
    if (isOutdated(event, seenAt)) return { kind: 'outdated' };
    if (status === undefined || event.status === status) return { kind: 'changed', row: event };
    const at = nextUpdate(event, clock());
    const row = await transaction
      .updateTable('calendar_events')
      .set({ status, updated_at: at })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await auditChange({
      transaction,
      executionId: event.execution_id,
      actor,
      what: 'deadline_changed',
      id,
      before: { status: event.status },
      after: { status },
      at,
    });
    await announceChange(transaction, { kind: 'deadline', id });
    return { kind: 'changed', row };
  });
}
