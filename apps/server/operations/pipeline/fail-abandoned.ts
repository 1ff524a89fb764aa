import type { Kysely } from 'kysely';
import type { PgBoss } from 'pg-boss';
import type { OperationsTables } from '../tables.ts';
import { EXECUTIONS_CHANNEL, forgetJobs, hasLiveJob, sendDeadLetter } from './job-queue.ts';
import { sqlRunnerOf } from './sql-runner.ts';

/**
 * Ends executions that nobody will work on any more, because process after process died over them:
 * the queue gives up such a job by itself. A person may try them again. Returns how many.
 */
export async function failAbandoned({
  database,
  boss,
  clock,
}: {
  database: Kysely<OperationsTables>;
  boss: PgBoss;
  clock: () => Date;
}): Promise<number> {
  return await database.transaction().execute(async (transaction) => {
    const run = sqlRunnerOf(transaction);
    const { rows } = await run<{ id: string }>(FAIL_ABANDONED, [clock()]);
    for (const { id } of rows) {
      await run(forgetJobs, [id]);
      await sendDeadLetter(boss, run, { executionId: id, errorCode: 'interrupted' });
    }
    return rows.length;
  });
}

// Status and job change in one transaction, so one statement sees both before or both after. The
// lock is taken on the row as it was then; a row that changed meanwhile is looked at next time.
const FAIL_ABANDONED = `
  with abandoned as (
    select e.id, e.attempts from executions e
    where e.status in ('pending', 'running') and not ${hasLiveJob}
    limit 100
  )
  update executions e set status = 'failed', completed_at = $1, error_code = 'interrupted',
    error_message = 'The server stopped again and again while it worked on this mail.'
  from abandoned
  where e.id = abandoned.id and e.status in ('pending', 'running')
    and e.attempts = abandoned.attempts and not ${hasLiveJob}
  returning e.id, pg_notify('${EXECUTIONS_CHANNEL}', e.id::text)`;
