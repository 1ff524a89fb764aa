import type { DeadlineChange } from '@deskbell/protocol';
import type { Kysely, Selectable } from 'kysely';
import { announceChange } from '../../platform/record-changes.ts';
import { instantOf } from '../routing/instant-of.ts';
import type { OperationsTables } from '../tables.ts';
import { auditChange, type ChangeOutcome, isOutdated, nextUpdate } from './change-record.ts';

export type DeadlineRow = Selectable<OperationsTables['calendar_events']>;

export type DeadlineOutcome =
  | ChangeOutcome<DeadlineRow>
  /** What is done or cancelled keeps its date and time; nothing was changed. */
  | { kind: 'not_scheduled'; status: DeadlineRow['status'] };

/**
 * Changes a deadline, with an entry in the audit trail, in one transaction. Who gives it a date says
 * which one is meant: it is no longer ambiguous.
 */
export async function changeDeadline({
  database,
  id,
  change: { updated_at: seenAt, ...wanted },
  actor,
  clock,
}: {
  database: Kysely<OperationsTables>;
  id: string;
  change: DeadlineChange;
  actor: string;
  clock: () => Date;
}): Promise<DeadlineOutcome> {
  return await database.transaction().execute(async (transaction) => {
    const event = await transaction
      .selectFrom('calendar_events')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (event === undefined) return { kind: 'not_found' };
    if (isOutdated(event, seenAt)) return { kind: 'outdated' };
    const before = changeable(event);
    const after = {
      status: wanted.status ?? before.status,
      date: wanted.date ?? before.date,
      time: wanted.time === undefined ? before.time : wanted.time,
      is_ambiguous: wanted.date === undefined && before.is_ambiguous,
    };
    const changed = fields.filter((field) => before[field] !== after[field]);
    if (changed.length === 0) return { kind: 'changed', row: event };
    const isMoved = changed.some((field) => field !== 'status');
    if (isMoved && after.status !== 'scheduled') {
      return { kind: 'not_scheduled', status: after.status };
    }
    const at = nextUpdate(event, clock());
    const row = await transaction
      .updateTable('calendar_events')
      .set({
        ...after,
        ...(isMoved && { due_at: instantOf({ ...after, timezone: event.timezone }) }),
        updated_at: at,
      })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    const pick = (values: typeof before) =>
      Object.fromEntries(changed.map((field) => [field, values[field]]));
    await auditChange({
      transaction,
      executionId: event.execution_id,
      actor,
      what: 'deadline_changed',
      id,
      before: pick(before),
      after: pick(after),
      at,
    });
    await announceChange(transaction, { kind: 'deadline', id });
    return { kind: 'changed', row };
  });
}

const fields = ['status', 'date', 'time', 'is_ambiguous'] as const;

const changeable = ({ status, date, time, is_ambiguous }: DeadlineRow) => ({
  status,
  date,
  // 'HH:MM', as it is said.
  time: time?.slice(0, 5) ?? null,
  is_ambiguous,
});
