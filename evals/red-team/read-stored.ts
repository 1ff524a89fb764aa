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

/** The tool calls of one turn, counted. */
export async function countCalls(
  { pool }: Pick<Database, 'pool'>,
  turnId: string,
): Promise<{ calls: number; refused: number }> {
  const { rows } = await pool.query<{ calls: string; refused: string }>(
    `select count(*) as calls,
       count(*) filter (where (result ->> 'isError')::boolean) as refused
     from messages, json_array_elements(content -> 'results') as result
     where turn_id = $1 and role = 'tool_results'`,
    [turnId],
  );
  return { calls: Number(rows[0]?.calls ?? 0), refused: Number(rows[0]?.refused ?? 0) };
}
