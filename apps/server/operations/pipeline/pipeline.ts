import { Kysely, PostgresDialect } from 'kysely';
import type { Logger } from 'pino';
import type { Database } from '../../platform/database.ts';
import type { Listener } from '../../platform/listener.ts';
import { type RepeatedJob, repeatJob } from '../../platform/repeat-job.ts';
import type { AgentRunner } from '../agents/run-agent.ts';
import type { OperationsSettings } from '../settings.ts';
import type { OperationsTables } from '../tables.ts';
import type { WorkerPool } from '../workers/worker-pool.ts';
import { createAnnouncer } from './announcer.ts';
import { cancelExecution, type DecideOutcome, retryExecution } from './decide-execution.ts';
import { failAbandoned } from './fail-abandoned.ts';
import { createJobQueue } from './job-queue.ts';
import type { MailQueue } from './mail-queue.ts';
import { createMailWorker } from './mail-worker.ts';
import type { PipelineSteps } from './pipeline-steps.ts';
import { createPreparedPool } from './prepared-pool.ts';
import { poolRunnerOf } from './sql-runner.ts';

const CLOSE_GRACE_MS = 10_000;
const HEARTBEAT_SECONDS = 30;
const SWEEP_MS = 60_000;

export interface PipelineOptions {
  database: Database;
  listener: Listener;
  workers: WorkerPool;
  agents: AgentRunner;
  steps: PipelineSteps;
  settings: OperationsSettings;
  /** Mails at the same time; 0: this process only puts mail into the queue. */
  concurrency: number;
  /** No other process works on this database, as with an embedded one. */
  ownsDatabase: boolean;
  /** After so long without a sign of life a process's mails go back. Default 30, at least 10. */
  heartbeatSeconds?: number;
  clock: () => Date;
  log: Logger;
}

export interface Pipeline {
  queue: MailQueue;
  /**
   * Makes the queue's own tables where they are missing, then works on mails. Rejects when the
   * database cannot be reached; nothing may be enqueued before it has resolved.
   */
  start(): Promise<void>;
  retry(executionId: string, actor: string): Promise<DecideOutcome>;
  cancel(executionId: string, actor: string): Promise<DecideOutcome>;
  /** Rejects when the queue cannot be read. One look at an index, however much waits. */
  check(): Promise<void>;
  /** Lets mails in work finish for up to 10 s; the rest goes back to the queue. Safe to repeat. */
  close(): Promise<void>;
}

/** Mail from accepted to completed; see the README beside this file for what it promises. */
export function createPipeline(options: PipelineOptions): Pipeline {
  const { database, listener, concurrency, ownsDatabase, clock, log } = options;
  const { heartbeatSeconds = HEARTBEAT_SECONDS } = options;
  const announcer = createAnnouncer({ run: poolRunnerOf(database), log });
  const queue = createJobQueue({
    database,
    ownsDatabase,
    heartbeatSeconds,
    announcer,
    onReady: () => worker.rouse(),
    log,
  });
  // The pool is the caller's: this is never destroyed.
  const kysely = new Kysely<OperationsTables>({
    dialect: new PostgresDialect({ pool: createPreparedPool(database.pool) }),
  });
  const { workers, agents, steps, settings } = options;
  const worker = createMailWorker({
    processor: { database: kysely, workers, agents, steps, settings, announcer, clock, log },
    queue,
    listener,
    concurrency,
    heartbeatSeconds,
    log,
  });
  const decide = { database: kysely, queue, clock };
  const sweep = () => failAbandoned({ database: kysely, boss: queue.boss, clock });
  let sweeping: RepeatedJob | undefined;
  let starting: Promise<void> | undefined;
  let closing: Promise<void> | undefined;

  async function start(): Promise<void> {
    await queue.start();
    if (concurrency < 1) return;
    await sweep();
    const name = 'Looking for abandoned mails';
    sweeping = repeatJob({ name, everyMs: SWEEP_MS, work: sweep, log });
    worker.start();
  }

  async function close(): Promise<void> {
    await starting?.catch(() => {});
    await sweeping?.stop();
    await worker.close(CLOSE_GRACE_MS);
    await announcer.close();
    await queue.stop();
  }

  return {
    queue,
    start: () => {
      starting ??= start();
      return starting;
    },
    retry: (executionId, actor) => retryExecution(decide, executionId, actor),
    cancel: (executionId, actor) => cancelExecution(decide, executionId, actor),
    check: async () => {
      await database.pool.query(
        `select from executions where status = 'pending' order by accepted_at limit 1`,
      );
    },
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
