import { ToolError } from '@deskbell/engine';
import pg from 'pg';
import type { Database } from '../../../platform/database.ts';
import { type List, readPage } from '../../../platform/page.ts';
import { DEFAULT_LIMIT } from './inputs.ts';
import type { Listed } from './tool-results.ts';

/** Of a result's 20,000 characters; the counts beside a list have the rest. */
const MAX_LIST_CHARACTERS = 17_000;
/** Where no counter is kept, counting stops here. */
export const MOST_COUNTED = 1_000;
/** What PostgreSQL says to a day or time that does not exist. */
const NO_SUCH_TIME = new Set(['22007', '22008']);

type Pool = Pick<Database, 'pool'>;

/**
 * One page of a list for a model: at most `limit` items, and no more than it may be told at once.
 * Throws `CursorError`.
 */
export async function readList<Row extends object, Item>({
  database,
  limit = DEFAULT_LIMIT,
  cursor,
  list,
  toItem,
}: {
  database: Pool;
  limit: number | undefined;
  cursor: string | undefined;
  list: List;
  toItem: (row: Row) => Item;
}): Promise<{ items: Item[]; nextCursor: string | null }> {
  for (let most = limit; ; ) {
    const page = await readPage<Row>({ database, limit: most, cursor }, list).catch((error) => {
      const isBadTime = error instanceof pg.DatabaseError && NO_SUCH_TIME.has(error.code ?? '');
      if (isBadTime && cursor !== undefined) throw new ToolError('That cursor is not valid.');
      throw error;
    });
    const items = page.items.map(toItem);
    const fitting = countFitting(items);
    if (fitting >= items.length) return { items, nextCursor: page.nextCursor };
    most = Math.max(1, fitting);
  }
}

/** How many of the items fit into a result; one at least. */
export function countFitting(items: readonly unknown[]): number {
  let characters = 0;
  const tooMany = items.findIndex((item) => {
    characters += JSON.stringify(item).length + 1;
    return characters > MAX_LIST_CHARACTERS;
  });
  return tooMany === -1 ? items.length : Math.max(1, tooMany);
}

/** Counts the rows of `from …` up to `MOST_COUNTED`. */
export async function countUpTo(
  { pool }: Pool,
  from: string,
  values: readonly unknown[],
): Promise<Pick<Listed, 'total' | 'is_more_than_total'>> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*) as count from (select 1 ${from} limit ${MOST_COUNTED + 1}) as counted`,
    [...values],
  );
  const count = rows[0]?.count ?? 0;
  return { total: Math.min(count, MOST_COUNTED), is_more_than_total: count > MOST_COUNTED };
}
