import type { Transaction } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { OperationsTables } from '../tables.ts';

/** What came of a person's change to a task or a deadline. */
export type ChangeOutcome<Row> =
  | { kind: 'changed'; row: Row }
  | { kind: 'not_found' }
  /** Somebody else has changed it since; nothing was changed. */
  | { kind: 'outdated' };

/** Whether the row is still as the person saw it. */
export function isOutdated(row: { updated_at: Date }, seenAt: string | undefined): boolean {
  return seenAt !== undefined && Date.parse(seenAt) !== row.updated_at.getTime();
}

/** Always later than before, so that no two states of a row have the same time. */
export function nextUpdate(row: { updated_at: Date }, now: Date): Date {
  return new Date(Math.max(now.getTime(), row.updated_at.getTime() + 1));
}

/** Notes in the audit trail who changed which fields from what to what. */
export async function auditChange({
  transaction,
  executionId,
  actor,
  what,
  id,
  before,
  after,
  at,
}: {
  transaction: Transaction<OperationsTables>;
  executionId: string;
  actor: string;
  what: 'task_changed' | 'deadline_changed';
  id: string;
  before: object;
  after: object;
  at: Date;
}): Promise<void> {
  await transaction
    .insertInto('audit_entries')
    .values({
      id: uuidv7(),
      execution_id: executionId,
      actor,
      what,
      before: JSON.stringify({ id, ...before }),
      after: JSON.stringify({ id, ...after }),
      at,
    })
    .execute();
}
