import { sql, type Transaction } from 'kysely';

/**
 * Notified with `<kind>:<id>` after a change to a record of one of these kinds, and with `all` when
 * too much has changed to name. A booking's id is its number. Changes of an execution, and of what
 * comes of it when it is completed or decided on, are told on the channel `executions`.
 */
export const RECORD_CHANGES_CHANNEL = 'record_changes';
export const ALL_RECORDS = 'all';

const kinds = ['task', 'deadline', 'notification', 'booking'] as const;
export type ChangedKind = (typeof kinds)[number];

export interface RecordChange {
  kind: ChangedKind;
  id: string;
}

export const recordChangePayload = ({ kind, id }: RecordChange): string => `${kind}:${id}`;

/** Undefined for what `recordChangePayload` never made. */
export function readRecordChange(payload: string): RecordChange | undefined {
  const end = payload.indexOf(':');
  const kind = kinds.find((one) => one === payload.slice(0, end));
  const id = payload.slice(end + 1);
  return kind === undefined || id === '' ? undefined : { kind, id };
}

/**
 * Tells of a change when its transaction commits. For what people do, one at a time: a transaction
 * that notifies holds a lock on the whole database until its commit is on the disk.
 */
export async function announceChange<Tables>(
  transaction: Transaction<Tables>,
  change: RecordChange,
): Promise<void> {
  const payload = recordChangePayload(change);
  await sql`select pg_notify(${RECORD_CHANGES_CHANNEL}, ${payload})`.execute(transaction);
}
