import { sql } from 'kysely';
import type { Database } from '../platform/database.ts';

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
  let deleted = 0;
  for (;;) {
    const { numAffectedRows = 0n } = await sql`
      delete from emails where id in (
        select emails.id from emails left join executions on executions.email_id = emails.id
        where emails.accepted_at < ${before}
          and coalesce(executions.status not in ('pending', 'running'), true)
        order by emails.accepted_at limit ${BATCH})`.execute(database.for<unknown>());
    deleted += Number(numAffectedRows);
    if (numAffectedRows < BATCH) return deleted;
  }
}
