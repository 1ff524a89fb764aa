import type { Database } from '../../platform/database.ts';
import { deleteInBatches } from '../../platform/delete-in-batches.ts';

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
  return deleteInBatches({
    database,
    rowsAtATime: BATCH,
    text: `
      delete from notifications where id in (
        select id from notifications
        where created_at < $1 and booking_number is not null
          and status not in ('pending', 'sending')
        order by created_at limit ${BATCH})`,
    values: [before],
  });
}
