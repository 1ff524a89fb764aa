import type { Pool } from 'pg';

/**
 * The database as it is after the thread that read a mail ended three times: no agent was through,
 * and nothing was made of it. Another try works.
 */
export async function failForNow(
  { database: { pool } }: { database: { pool: Pick<Pool, 'query'> } },
  executionId: string,
): Promise<void> {
  for (const table of ['reviews', 'actions', 'agent_outputs']) {
    await pool.query(`delete from ${table} where execution_id = $1`, [executionId]);
  }
  await pool.query(
    `update executions set status = 'failed', category = null, urgency = null, confidence = null,
       risk = null, attempts = 3, error_code = 'crashed',
       error_message = 'The thread that read this mail ended.'
     where id = $1`,
    [executionId],
  );
}
