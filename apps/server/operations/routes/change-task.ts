import type { TaskChange } from '@deskbell/protocol';
import type { Kysely, Selectable } from 'kysely';
import { announceChange } from '../../platform/record-changes.ts';
import type { OperationsTables } from '../tables.ts';
import { auditChange, type ChangeOutcome, isOutdated, nextUpdate } from './change-record.ts';

export type TaskRow = Selectable<OperationsTables['tasks']>;

/** Changes fields of a task, with an entry in the audit trail, in one transaction. */
export async function changeTask({
  database,
  id,
  change: { updated_at: seenAt, ...wanted },
  actor,
  clock,
}: {
  database: Kysely<OperationsTables>;
  id: string;
  change: TaskChange;
  actor: string;
  clock: () => Date;
}): Promise<ChangeOutcome<TaskRow>> {
  return await database.transaction().execute(async (transaction) => {
    const task = await transaction
      .selectFrom('tasks')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (task === undefined) return { kind: 'not_found' };
    if (isOutdated(task, seenAt)) return { kind: 'outdated' };
    const { status, priority, assignee, due_date } = { ...task, ...definedOf(wanted) };
    const after = { status, priority, assignee, due_date };
    const before = {
      status: task.status,
      priority: task.priority,
      assignee: task.assignee,
      due_date: task.due_date,
    };
    if (JSON.stringify(before) === JSON.stringify(after)) return { kind: 'changed', row: task };
    const at = nextUpdate(task, clock());
    const row = await transaction
      .updateTable('tasks')
      .set({
        ...after,
        updated_at: at,
        completed_at: status === 'done' ? (task.completed_at ?? at) : null,
      })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    const executionId = task.execution_id;
    await auditChange({
      transaction,
      executionId,
      actor,
      what: 'task_changed',
      id,
      before,
      after,
      at,
    });
    await announceChange(transaction, { kind: 'task', id });
    return { kind: 'changed', row };
  });
}

/** An absent field is left as it is; null is a value. */
function definedOf<Fields extends object>(fields: Fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: Exclude<Fields[Name], undefined>;
  };
}
