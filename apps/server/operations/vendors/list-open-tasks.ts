import type { Selectable } from 'kysely';
import type { Database } from '../../platform/database.ts';
import type { OperationsTables } from '../tables.ts';

/** So many of its latest mails are looked through, whatever there is. */
const MOST_MAILS = 200;
const MOST_TASKS = 20;

/** Open tasks from a vendor's latest mails: the earliest due first, those without a day last. */
export async function listOpenTasks(
  { pool }: Pick<Database, 'pool'>,
  vendorId: string,
): Promise<Selectable<OperationsTables['tasks']>[]> {
  const { rows } = await pool.query<Selectable<OperationsTables['tasks']>>(
    `select tasks.* from (
       select id from executions where vendor_id = $1
       order by accepted_at desc limit ${MOST_MAILS}
     ) as latest
     join tasks on tasks.execution_id = latest.id
     where tasks.status in ('open', 'in_progress')
     order by tasks.due_date nulls last, tasks.id limit ${MOST_TASKS}`,
    [vendorId],
  );
  return rows;
}
