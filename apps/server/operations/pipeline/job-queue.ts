import type { Transaction } from 'kysely';
import { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { Database } from '../../platform/database.ts';
import type { OperationsTables } from '../tables.ts';
import type { Announcer } from './announcer.ts';
import type { Job } from './job.ts';
import type { MailQueue } from './mail-queue.ts';
import { poolRunnerOf, type SqlRunner, sqlRunnerOf } from './sql-runner.ts';
import type { SqlWrite } from './sql-write.ts';
import { INTERRUPTIONS } from './stage-limits.ts';

const QUEUE = 'mail';
const DEAD_LETTERS = 'mail-dead-letters';
const NO_JOB = '00000000-0000-0000-0000-000000000000';
const TEN_YEARS_SECONDS = 10 * 365 * 24 * 60 * 60;

/** Notified (without payload) when a job is ready. */
export const QUEUE_CHANNEL = 'mail_queue';
/** Notified with the execution's id after each change of its status, and when its review is decided. */
export const EXECUTIONS_CHANNEL = 'executions';

/**
 * The job that `$1` (execution) and `$2` (claim) name, while this process holds it. pg-boss has no
 * call that settles a job and changes a row of ours in one statement; its tables are as version
 * 12.35.0 makes them, and that version is pinned.
 */
const HELD = `name = '${QUEUE}' and id = $1 and state = 'active' and retry_count = $2`;

export interface JobQueueOptions {
  database: Database;
  /** Nobody else works on this database: jobs found in work at start are left from a dead process. */
  ownsDatabase: boolean;
  /** After so long without a sign of life a job goes back to the queue. At least 10. */
  heartbeatSeconds: number;
  announcer: Announcer;
  /** Called when a job of this process is ready: its worker need not wait for the announcement. */
  onReady?: () => void;
  log: Logger;
}

export interface JobQueue extends MailQueue {
  /** Makes the queue's tables and queues where they are missing. Call before everything else. */
  start(): Promise<void>;
  /** Takes up to `limit` jobs, oldest first. */
  take(limit: number): Promise<Job[]>;
  /** Says that these are being worked on; returns those that are somebody else's by now. */
  keep(jobs: readonly Job[]): Promise<Job[]>;
  /** Puts jobs back as if they had never been taken. */
  giveBack(jobs: readonly Job[]): Promise<void>;
  /** For good; used for a job whose execution needs none. */
  drop(job: Job): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Statements that settle a job together with its execution. `held` takes `$1` execution id and `$2`
 * claim, and has one row (id) if this process still held the job.
 */
export const settle = {
  done: `delete from pgboss.job where ${HELD} returning id`,
  /** `$3`: milliseconds until the next try; `$4`: failures so far. */
  again: `update pgboss.job set state = 'retry', heartbeat_on = null,
      start_after = now() + $3::int * interval '1 ms', retry_limit = retry_limit + 1,
      data = jsonb_build_object('executionId', id, 'failures', $4::int)
    where ${HELD} returning id`,
};

/** What is known of an execution's job, for statements of their own. `$1`: execution id. */
export const forgetJobs = `delete from pgboss.job
  where name = '${QUEUE}' and id = $1::uuid
     or name = '${DEAD_LETTERS}' and data ->> 'executionId' = $1::uuid::text`;

/**
 * In a select list: the statement's own transaction does not wait for the disk. For taking jobs,
 * which a power cut may undo: they are then as if nobody had taken them.
 */
export const quickCommit = `set_config('synchronous_commit', 'off', true)`;

/** Whether `e`, an execution, has a job that will be worked on. */
export const hasLiveJob = `exists (select from pgboss.job j
  where j.name = '${QUEUE}' and j.id = e.id and j.state in ('created', 'retry', 'active'))`;

/** A job that no worker takes: what failed for good, until somebody tries it again. */
export async function sendDeadLetter(
  boss: PgBoss,
  run: SqlRunner,
  { executionId, errorCode }: { executionId: string; errorCode: string },
): Promise<void> {
  await boss.send(DEAD_LETTERS, { executionId, errorCode }, { db: { executeSql: run } });
}

export function createJobQueue(options: JobQueueOptions): JobQueue & { boss: PgBoss } {
  const { database, ownsDatabase, heartbeatSeconds, announcer, onReady, log } = options;
  const run = poolRunnerOf(database);
  const sweepSeconds = Math.max(1, Math.floor(heartbeatSeconds / 3));
  const boss = new PgBoss({
    schema: 'pgboss',
    db: { executeSql: run },
    schedule: false,
    superviseIntervalSeconds: sweepSeconds,
    monitorIntervalSeconds: sweepSeconds,
    maintenanceIntervalSeconds: 3_600,
  });
  boss.on('error', (err) => log.warn({ err }, 'The mail queue had an error'));
  boss.on('warning', ({ message }) => log.warn({ message }, 'The mail queue gave a warning'));

  return {
    boss,
    start: async () => {
      await boss.start();
      const lasting = { retentionSeconds: TEN_YEARS_SECONDS };
      const working = {
        ...lasting,
        deadLetter: DEAD_LETTERS,
        retryLimit: INTERRUPTIONS,
        retryDelay: 1,
        retryBackoff: true,
        retryDelayMax: 8,
        expireInSeconds: 600,
        heartbeatSeconds,
      };
      for (const [name, settings] of [
        [DEAD_LETTERS, lasting],
        [QUEUE, working],
      ] as const) {
        if ((await boss.getQueue(name)) === null) await boss.createQueue(name, settings);
        else await boss.updateQueue(name, settings);
        // The first use of a queue looks it up on a connection of its own. Inside a caller's
        // transaction that waits for ever once such transactions hold all the connections.
        await boss.findJobs(name, { id: NO_JOB });
      }
      if (ownsDatabase) {
        await run(`update pgboss.job set state = 'retry', heartbeat_on = null, start_after = now()
          where name = '${QUEUE}' and state = 'active' and retry_count < retry_limit`);
      }
    },
    enqueue: async (transaction, executionId) => {
      await enqueueWithin(boss, transaction, executionId);
    },
    jobOf: (executionId) => jobWrite(boss, executionId),
    announce: (executionId) => {
      onReady?.();
      announcer.announce(QUEUE_CHANNEL, '');
      announcer.announce(EXECUTIONS_CHANNEL, executionId);
    },
    take: async (limit) => {
      const jobs = await boss.fetch<{ executionId: string; failures?: number }>(QUEUE, {
        batchSize: limit,
        db: {
          executeSql: (fetch, values) =>
            run(`with taken as (${byId(fetch)}) select taken.*, ${quickCommit} from taken`, values),
        },
      });
      return jobs.map(({ id, retryCount, data }) => ({
        executionId: id,
        claim: retryCount,
        failures: data.failures ?? 0,
      }));
    },
    keep: async (jobs) => {
      const { rows } = await run<{ id: string }>(
        `update pgboss.job j set heartbeat_on = now()
         from unnest($1::uuid[], $2::int[]) as held (id, claim)
         where j.name = '${QUEUE}' and j.id = held.id and j.state = 'active'
           and j.retry_count = held.claim
         returning j.id`,
        columnsOf(jobs),
      );
      const kept = new Set(rows.map(({ id }) => id));
      return jobs.filter(({ executionId }) => !kept.has(executionId));
    },
    giveBack: async (jobs) => {
      await run(
        `with back as (
           update pgboss.job j set state = 'retry', heartbeat_on = null, start_after = now(),
             retry_limit = retry_limit + 1
           from unnest($1::uuid[], $2::int[]) as held (id, claim)
           where j.name = '${QUEUE}' and j.id = held.id and j.state = 'active'
             and j.retry_count = held.claim
           returning j.id
         )
         select pg_notify('${QUEUE_CHANNEL}', '') from back limit 1`,
        columnsOf(jobs),
      );
    },
    drop: async ({ executionId, claim }) => void (await run(settle.done, [executionId, claim])),
    stop: () => boss.stop({ graceful: false, close: false }),
  };
}

/** The job has the execution's id, so an execution cannot have two. */
async function enqueueWithin(
  boss: PgBoss,
  transaction: Transaction<OperationsTables>,
  executionId: string,
): Promise<void> {
  const run = sqlRunnerOf(transaction);
  // pg-boss inserts; whoever waits for a job or follows executions hears of it in the same round
  // trip. Its statement is an INSERT … RETURNING id and takes one parameter.
  const executeSql = (insert: string, values?: unknown[]) =>
    run<{ id: string }>(
      `with job as (${insert})
       select id, pg_notify('${QUEUE_CHANNEL}', ''), pg_notify('${EXECUTIONS_CHANNEL}', id::text)
       from job`,
      values,
    );
  const id = await boss.send(QUEUE, { executionId }, { id: executionId, db: { executeSql } });
  if (id === null) throw new Error('The execution already has a job');
}

// pg-boss's own UPDATE … FROM next. Planned while the table is small or just analyzed, its join reads
// every entry of the queue that no vacuum has come to yet, some thousand of them.
const TAKEN_BY_JOIN = /FROM next\s+WHERE name = 'mail' AND j\.id = next\.id/;

function byId(fetch: string): string {
  if (!TAKEN_BY_JOIN.test(fetch)) throw new Error('pg-boss takes jobs in another way');
  return fetch.replace(
    TAKEN_BY_JOIN,
    `WHERE name = '${QUEUE}' AND j.id = any (array(select id from next))`,
  );
}

// pg-boss's own INSERT … RETURNING id, which takes the job as its one parameter.
const JOB_PARAMETER = '$1::text::json';
const JOB_IF_EXECUTION = `case when exists (select from execution) then $1::text else '[]' end::json`;

async function jobWrite(boss: PgBoss, executionId: string): Promise<SqlWrite> {
  let made: SqlWrite | undefined;
  const executeSql = async (insert: string, values: unknown[] = []) => {
    if (!insert.includes(JOB_PARAMETER)) throw new Error('pg-boss makes jobs in another way');
    const text = `job as (${insert.replace(JOB_PARAMETER, () => JOB_IF_EXECUTION)})`;
    made = { text, values };
    return { rows: [{ id: executionId }] };
  };
  await boss.send(QUEUE, { executionId }, { id: executionId, db: { executeSql } });
  if (made === undefined) throw new Error('pg-boss made no job');
  return made;
}

function columnsOf(jobs: readonly Job[]): [string[], number[]] {
  return [jobs.map(({ executionId }) => executionId), jobs.map(({ claim }) => claim)];
}
