import type { Database } from '../platform/database.ts';
import { deleteInBatches } from '../platform/delete-in-batches.ts';

/** Per statement, so that no lock is held for long. */
const BATCH = 200;

/**
 * Deletes mail that was accepted more than `retentionDays` ago, with everything that came of it; what
 * still waits or is in work stays. Resolves to how many.
 */
export async function deleteOldMail(options: {
  database: Database;
  retentionDays: number;
  clock: () => Date;
}): Promise<number> {
  const { database, retentionDays, clock } = options;
  const before = new Date(clock().getTime() - retentionDays * 86_400_000);
  return deleteInBatches({
    database,
    rowsAtATime: BATCH,
    text: `
      delete from emails where id in (
        select emails.id from emails left join executions on executions.email_id = emails.id
        where emails.accepted_at < $1
          and coalesce(executions.status not in ('pending', 'running'), true)
        order by emails.accepted_at limit ${BATCH})`,
    values: [before],
  });
}
