import type { Database } from '../../../platform/database.ts';

/** Names looked through; a business has fewer people. */
const MOST_NAMES = 500;

/**
 * How tasks spell a person's name, whatever letters it is asked for in, with or without the family
 * name. Steps from name to name.
 */
export async function findAssignees(
  { pool }: Pick<Database, 'pool'>,
  name: string,
): Promise<string[]> {
  const { rows } = await pool.query<{ assignee: string }>(
    `with recursive names as (
       (select assignee, 1 as place from tasks where assignee is not null order by assignee limit 1)
       union all
       select (
         select t.assignee from tasks t where t.assignee > names.assignee order by t.assignee limit 1
       ), place + 1
       from names where assignee is not null and place < ${MOST_NAMES}
     )
     select assignee from names
     where lower(assignee) = lower($1)
       or starts_with(lower(assignee), lower($1) || ' ')
       or starts_with(lower($1), lower(assignee) || ' ')`,
    [name.trim()],
  );
  return rows.map(({ assignee }) => assignee);
}
