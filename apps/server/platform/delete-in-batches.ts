import type { Database } from './database.ts';

/**
 * Repeats a statement that deletes at most `rowsAtATime` rows until it finds fewer, so that no
 * statement holds anyone up. Several processes may do it at once when it skips locked rows.
 */
export async function deleteInBatches({
  database,
  rowsAtATime,
  text,
  values = [],
}: {
  database: Pick<Database, 'pool'>;
  rowsAtATime: number;
  text: string;
  values?: unknown[];
}): Promise<void> {
  for (;;) {
    const { rowCount } = await database.pool.query(text, values);
    if ((rowCount ?? 0) < rowsAtATime) return;
  }
}
