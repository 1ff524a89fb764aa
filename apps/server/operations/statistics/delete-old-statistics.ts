import type { Database } from '../../platform/database.ts';
import { deleteInBatches } from '../../platform/delete-in-batches.ts';
import { QUARTERS_KEPT_DAYS } from './windows.ts';

const ROWS_AT_A_TIME = 5_000;
const COUNTED = ['execution', 'failure', 'vendor', 'task', 'event', 'review'];

/**
 * Deletes the quarter-hour counters that no window reads any more; the days stay. To be done once a
 * day or so. Several processes may do it at once: rows in use are left for the next time.
 */
export async function deleteOldStatistics(database: Pick<Database, 'pool'>): Promise<void> {
  // Some more than windows are cut by: one may be being read, and its edge is within a day.
  const old = `bucket < now() - interval '${QUARTERS_KEPT_DAYS + 2} days'`;
  for (const name of COUNTED) {
    await deleteInBatches({
      database,
      rowsAtATime: ROWS_AT_A_TIME,
      text: `
        delete from statistic_counts where ctid = any (array(
          select ctid from statistic_counts where name = $1 and grain = 'quarter' and ${old}
          limit ${ROWS_AT_A_TIME} for update skip locked))`,
      values: [name],
    });
  }
  await deleteInBatches({
    database,
    rowsAtATime: ROWS_AT_A_TIME,
    text: `
      delete from statistic_agents where ctid = any (array(
        select ctid from statistic_agents where grain = 'quarter' and ${old}
        limit ${ROWS_AT_A_TIME} for update skip locked))`,
  });
}
