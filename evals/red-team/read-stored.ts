import type { Database } from '../../apps/server/platform/database.ts';

/** What the server keeps of one turn, as JSON: messages, events and how it ended. */
export async function readStored(
  { pool }: Pick<Database, 'pool'>,
  turnId: string,
): Promise<string> {
  const { rows } = await pool.query<{ stored: string }>(
    `select content::text as stored from messages where turn_id = $1 and role <> 'user'
     union all select events::text from turn_events where turn_id = $1
     union all select terminal::text from turns where id = $1`,
    [turnId],
  );
  return rows.map(({ stored }) => stored).join('\n');
}
