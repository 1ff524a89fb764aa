import type { Kysely } from 'kysely';
import { v7 as uuidV7 } from 'uuid';
import type { ExecutionStatus, OperationsTables } from '../tables.ts';
import { EXECUTIONS_CHANNEL, forgetJobs } from './job-queue.ts';
import type { MailQueue } from './mail-queue.ts';
import { type SqlRunner, sqlRunnerOf } from './sql-runner.ts';

/** What came of a person's wish. `not_possible`: its status does not allow that. */
export type DecideOutcome =
  | { kind: 'done'; status: ExecutionStatus }
  | { kind: 'not_found' }
  | { kind: 'not_possible'; status: ExecutionStatus };

export interface DecideOptions {
  database: Kysely<OperationsTables>;
  queue: MailQueue;
  clock: () => Date;
}

/** Gives a failed execution three new tries, in one transaction. Finished agents are kept. */
export async function retryExecution(
  { database, queue, clock }: DecideOptions,
  executionId: string,
  actor: string,
): Promise<DecideOutcome> {
  return await database.transaction().execute(async (transaction) => {
    const run = sqlRunnerOf(transaction);
    const before = await lock(run, executionId);
    if (before === undefined) return { kind: 'not_found' };
    if (before.status !== 'failed') return { kind: 'not_possible', status: before.status };
    await run(forgetJobs, [executionId]);
    await run(
      `update executions set status = 'pending', completed_at = null, error_code = null,
         error_message = null where id = $1`,
      [executionId],
    );
    await queue.enqueue(transaction, executionId);
    await audit(run, { executionId, actor, what: 'execution_retried', before, at: clock() });
    return { kind: 'done', status: 'pending' };
  });
}

/** Ends an execution that waits or has failed, in one transaction; its job is gone with it. */
export async function cancelExecution(
  { database, clock }: DecideOptions,
  executionId: string,
  actor: string,
): Promise<DecideOutcome> {
  return await database.transaction().execute(async (transaction) => {
    const run = sqlRunnerOf(transaction);
    const before = await lock(run, executionId);
    if (before === undefined) return { kind: 'not_found' };
    if (before.status !== 'pending' && before.status !== 'failed')
      return { kind: 'not_possible', status: before.status };
    await run(forgetJobs, [executionId]);
    await run(
      `update executions set status = 'cancelled', completed_at = $2 where id = $1
       returning pg_notify('${EXECUTIONS_CHANNEL}', id::text)`,
      [executionId, clock()],
    );
    await audit(run, { executionId, actor, what: 'execution_cancelled', before, at: clock() });
    return { kind: 'done', status: 'cancelled' };
  });
}

interface Before {
  status: ExecutionStatus;
  error_code: string | null;
}

async function lock(run: SqlRunner, executionId: string): Promise<Before | undefined> {
  const { rows } = await run<Before>(
    'select status, error_code from executions where id = $1 for update',
    [executionId],
  );
  return rows[0];
}

async function audit(
  run: SqlRunner,
  entry: { executionId: string; actor: string; what: string; before: Before; at: Date },
): Promise<void> {
  await run(
    `insert into audit_entries (id, execution_id, actor, what, before, after, at)
     select $1::uuid, e.id, $3, $4, $5::json, json_build_object('status', e.status, 'error_code', e.error_code),
       $6::timestamptz
     from executions e where e.id = $2::uuid`,
    [uuidV7(), entry.executionId, entry.actor, entry.what, JSON.stringify(entry.before), entry.at],
  );
}
