import type { Database } from '../../platform/database.ts';
import { isUuid } from '../../platform/is-uuid.ts';
import { LOCAL_USER, LOCAL_USER_NAME } from '../../platform/sign-in/staff-access.ts';
import { DEMO_ACTOR } from '../demo/age-demo.ts';

const NAMES_OF_OUR_OWN: ReadonlyMap<string, string> = new Map([
  [LOCAL_USER, LOCAL_USER_NAME],
  [DEMO_ACTOR, 'the demonstration'],
]);

/** The name of who did something; null when nobody did, and for what no longer exists. */
export type NameOf = (actor: string | null) => string | null;

/** The names of accounts and API keys, of all `actors` in one read; none when all are known. */
export async function readActorNames(
  { pool }: Pick<Database, 'pool'>,
  actors: readonly (string | null)[],
): Promise<NameOf> {
  const ids = [...new Set(actors)].filter((actor) => actor !== null && isUuid(actor));
  const names = new Map(NAMES_OF_OUR_OWN);
  if (ids.length > 0) {
    const { rows } = await pool.query<{ id: string; name: string }>(
      `select id, name from users where id = any ($1::uuid[])
       union all select id, name from api_keys where id = any ($1::uuid[])`,
      [ids],
    );
    for (const { id, name } of rows) names.set(id, name);
  }
  return (actor) => (actor === null ? null : (names.get(actor.toLowerCase()) ?? null));
}
