import type { Kysely } from 'kysely';
import type { PgBoss } from 'pg-boss';
import { isDatabaseUnavailable } from '../../platform/database-error.ts';
import type { OperationsTables } from '../tables.ts';
import type { Failure } from './describe-failure.ts';
import { EXECUTIONS_CHANNEL, sendDeadLetter, settle } from './job-queue.ts';
import { type MailAttempt, storeProgress } from './process-mail.ts';
import { type SqlRunner, sqlRunnerOf } from './sql-runner.ts';
import { backOffMs, TRIES } from './stage-limits.ts';

/**
 * Stores what a failed try found out, and either the next try or the end: the execution's status
 * and its job change together. Does nothing for a job that somebody else has by now.
 */
export async function settleFailure(
  { database, boss }: { database: Kysely<OperationsTables>; boss: PgBoss },
  attempt: MailAttempt,
  failure: Failure & { kind: 'error' },
): Promise<void> {
  const store = (hasProgress: boolean) =>
    database.transaction().execute(async (transaction) => {
      const run = sqlRunnerOf(transaction);
      if (hasProgress) await storeProgress(run, attempt.progress);
      await settleJob({ run, boss, attempt, failure });
    });
  try {
    await store(true);
  } catch (error) {
    if (isDatabaseUnavailable(error)) throw error;
    // What was found may be the very thing that cannot be stored.
    await store(false);
  }
}

async function settleJob({
  run,
  boss,
  attempt: { mail, now },
  failure: { code, message, isFinal },
}: {
  run: SqlRunner;
  boss: PgBoss;
  attempt: MailAttempt;
  failure: Failure & { kind: 'error' };
}): Promise<void> {
  const { executionId, job } = mail;
  const failures = job.failures + 1;
  const held = [executionId, job.claim];
  if (!isFinal && failures < TRIES) {
    const delayMs = Math.round(backOffMs(failures));
    await run(WAIT, [...held, delayMs, failures, mail.attempt, code, message]);
    return;
  }
  const { rows } = await run(FAIL, [...held, mail.attempt, code, message, now()]);
  if (rows.length > 0) await sendDeadLetter(boss, run, { executionId, errorCode: code });
}

const WAIT = `
  with job as (${settle.again})
  update executions e set status = 'pending', error_code = $6, error_message = $7
  from job where e.id = job.id and e.attempts = $5 and e.completed_at is null
  returning pg_notify('${EXECUTIONS_CHANNEL}', e.id::text)`;

const FAIL = `
  with job as (${settle.done})
  update executions e set status = 'failed', error_code = $4, error_message = $5,
    completed_at = $6
  from job where e.id = job.id and e.attempts = $3 and e.completed_at is null
  returning pg_notify('${EXECUTIONS_CHANNEL}', e.id::text)`;
