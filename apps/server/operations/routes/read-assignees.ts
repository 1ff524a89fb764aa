import type { Database } from '../../platform/database.ts';

const MOST = 200;

/**
 * The names that tasks are given to, in their order: the first 200. One look into the index for each,
 * however many tasks there are.
 */
export async function readAssignees({ pool }: Pick<Database, 'pool'>): Promise<string[]> {
  const { rows } = await pool.query<{ assignee: string }>(
    `with recursive known as (
       (select assignee from tasks where assignee is not null order by assignee limit 1)
       union all
       select (
         select next.assignee from tasks as next
         where next.assignee > known.assignee order by next.assignee limit 1
       ) from known where known.assignee is not null
     )
     select assignee from known where assignee is not null limit ${MOST}`,
  );
  return rows.map(({ assignee }) => assignee);
}
