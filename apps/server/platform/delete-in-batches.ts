import type { Database } from './database.ts';

/**
 * Repeats a statement that deletes at most `rowsAtATime` rows until it finds fewer, so that no
 * statement holds anyone up. Several processes may do it at once when it skips locked rows.
 * Resolves to how many it deleted.
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
}): Promise<number> {
  let deleted = 0;
  for (;;) {
    const { rowCount } = await database.pool.query(text, values);
    deleted += rowCount ?? 0;
    if ((rowCount ?? 0) < rowsAtATime) return deleted;
  }
}
