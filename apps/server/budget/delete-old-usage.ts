import type { Database } from '../platform/database.ts';
import { deleteInBatches } from '../platform/delete-in-batches.ts';

/** Somewhat more than a year, so that a month can be compared with the same one a year ago. */
const KEPT_DAYS = 400;
const DAY_MS = 86_400_000;
const ROWS_AT_A_TIME = 1_000;

/**
 * Deletes what language models and the owners of sessions used more than 400 days before `now`. In
 * small statements, so that it never holds anyone up; several processes may do it at once.
 */
export async function deleteOldUsage({
  database,
  now,
}: {
  database: Pick<Database, 'pool'>;
  now: Date;
}): Promise<void> {
  const end = new Date(now.getTime() - KEPT_DAYS * DAY_MS);
  for (const table of ['model_usage', 'token_usage']) {
    await deleteInBatches({
      database,
      rowsAtATime: ROWS_AT_A_TIME,
      text: `delete from ${table} where ctid = any(array(
        select ctid from ${table} where bucket < $1 limit ${ROWS_AT_A_TIME}
        for update skip locked))`,
      values: [end],
    });
  }
}
