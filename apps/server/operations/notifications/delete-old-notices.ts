import { sql } from 'kysely';
import type { Database } from '../../platform/database.ts';

/** Per statement, so that no lock is held for long. */
const BATCH = 200;

/**
 * Deletes what was said of bookings more than `retentionDays` ago: it names people. The bookings
 * stay, and what still waits to be sent. Resolves to how many.
 */
export async function deleteOldNotices(options: {
  database: Database;
  retentionDays: number;
  clock: () => Date;
}): Promise<number> {
  const { database, retentionDays, clock } = options;
  const before = new Date(clock().getTime() - retentionDays * 86_400_000);
  let deleted = 0;
  for (;;) {
    const { numAffectedRows = 0n } = await sql`
      delete from notifications where id in (
        select id from notifications
        where created_at < ${before} and booking_number is not null
          and status not in ('pending', 'sending')
        order by created_at limit ${BATCH})`.execute(database.for<unknown>());
    deleted += Number(numAffectedRows);
    if (numAffectedRows < BATCH) return deleted;
  }
}
