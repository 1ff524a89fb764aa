import type { Model } from '@deskbell/engine';
import type { Logger } from 'pino';
import type { Database } from '../platform/database.ts';
import type { Listener } from '../platform/listener.ts';
import { RECORD_CHANGES_CHANNEL, recordChangePayload } from '../platform/record-changes.ts';
import { repeatJob } from '../platform/repeat-job.ts';
import { createAgentRunner } from './agents/create-agent-runner.ts';
import { deleteOldMail } from './delete-old-mail.ts';
import type { AcceptMail } from './intake/accept-mail.ts';
import { createAcceptMail } from './intake/create-accept-mail.ts';
import { createImapDoor } from './intake/imap-door.ts';
import { createSmtpDoor } from './intake/smtp-door.ts';
import { readEnvelope } from './mail/read-envelope.ts';
import { deleteOldNotices } from './notifications/delete-old-notices.ts';
import { createOutbox } from './notifications/outbox.ts';
import { createAnnouncer } from './pipeline/announcer.ts';
import { createPipeline, type Pipeline } from './pipeline/pipeline.ts';
import { poolRunnerOf } from './pipeline/sql-runner.ts';
import { NOTIFICATIONS_CHANNEL } from './routing/execute-actions.ts';
import { routeFindings } from './routing/route-findings.ts';
import { routingWrites } from './routing/routing-writes.ts';
import type { OperationsSettings } from './settings.ts';
import { deleteOldStatistics } from './statistics/delete-old-statistics.ts';
import type { OperationsTables } from './tables.ts';
import { findDuplicateInvoice } from './vendors/find-duplicate-invoice.ts';
import { observeMail } from './vendors/observe-mail.ts';
import { readHistory } from './vendors/read-history.ts';
import { createWorkerPool } from './workers/create-worker-pool.ts';
import type { WorkerPool } from './workers/worker-pool.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The back office of one process: mail comes in, is read, and things come of it. */
export interface Operations {
  readonly settings: OperationsSettings;
  accept: AcceptMail;
  pipeline: Pick<Pipeline, 'retry' | 'cancel' | 'check'>;
  /** Reads files out of a mail, in the threads that read mail. */
  workers: Pick<WorkerPool, 'readAttachments'>;
  /** How mail comes in, in this process; 'off': not configured. */
  doors(): Record<'smtp' | 'imap', 'off' | 'up' | 'down'>;
  /** Sends what waits in the outbox now rather than at its next look. */
  wakeOutbox(): void;
  /**
   * Begins to read mail, to listen at the doors and to send. Nothing may be accepted before it has
   * resolved. Rejects when the database or a door's address cannot be had.
   */
  start(): Promise<void>;
  /** Closes the doors, lets mails in work finish for a while, gives back the rest. May be called twice. */
  close(): Promise<void>;
}

export interface OperationsOptions {
  /** Migrated. */
  database: Database;
  listener: Listener;
  /** In order of preference; empty: rules do the work. */
  languageModels: readonly Model[];
  settings: OperationsSettings;
  /** Mails this process reads at the same time; 0: it only takes them in. */
  concurrency: number;
  /** After so many days a mail and all that came of it, and what was said of a booking, is deleted. */
  retentionDays?: number | undefined;
  /** No other process works on this database. */
  ownsDatabase: boolean;
  /** Undefined: no such door. */
  smtp?: { host: string; port: number } | undefined;
  imapUrl?: string | undefined;
  clock: () => Date;
  log: Logger;
}

export function createOperations(options: OperationsOptions): Operations {
  const { database, listener, settings, concurrency, clock, log } = options;
  const workers = createWorkerPool({ log });
  const announcer = createAnnouncer({ run: poolRunnerOf(database), log });
  const outbox = createOutbox({
    database: database.for<OperationsTables>(),
    settings,
    onChange: (id) =>
      announcer.announce(RECORD_CHANGES_CHANNEL, recordChangePayload({ kind: 'notification', id })),
    clock,
    log,
  });
  const pipeline = createPipeline({
    database,
    listener,
    workers,
    agents: createAgentRunner({ workers, models: options.languageModels, log }),
    steps: {
      readEnvelope,
      findDuplicateInvoice,
      readHistory,
      routeFindings,
      routingWrites,
      observe: (observed) => observeMail({ ...observed, timezone: settings.timezone }),
    },
    settings,
    concurrency,
    ownsDatabase: options.ownsDatabase,
    clock,
    log,
  });
  const accept = createAcceptMail({ database, queue: pipeline.queue, settings, clock, log });
  const { smtp, imapUrl } = options;
  const smtpDoor = smtp && createSmtpDoor({ ...smtp, accept, log });
  const imapDoor =
    imapUrl === undefined
      ? undefined
      : createImapDoor({ url: imapUrl, accept, database, log, clock });
  const { retentionDays } = options;
  const jobs = [
    repeatJob({
      name: 'Deleting old statistics',
      everyMs: DAY_MS,
      work: () => deleteOldStatistics(database),
      log,
    }),
    ...(retentionDays === undefined
      ? []
      : [
          repeatJob({
            name: 'Deleting old mail',
            everyMs: HOUR_MS,
            work: () => deleteOldMail({ database, retentionDays, clock }),
            log,
          }),
          repeatJob({
            name: 'Deleting what was said of old bookings',
            everyMs: HOUR_MS,
            work: () => deleteOldNotices({ database, retentionDays, clock }),
            log,
          }),
        ]),
  ];
  const unsubscribe = listener.subscribe(NOTIFICATIONS_CHANNEL, () => outbox.wake());
  let closing: Promise<void> | undefined;

  async function close(): Promise<void> {
    await Promise.all([smtpDoor?.close(), imapDoor?.close()]);
    unsubscribe();
    // Side by side: one after the other takes longer than a process has to end in. What the last
    // mails have to tell waits in the outbox for another process, or the next start.
    await Promise.all([
      pipeline.close(),
      outbox.close().then(() => announcer.close()),
      ...jobs.map((job) => job.stop()),
    ]);
    await workers.close();
  }

  return {
    settings,
    accept,
    pipeline,
    workers,
    doors: () => ({
      smtp: doorState(smtpDoor && smtpDoor.address() !== undefined),
      imap: doorState(imapDoor?.isConnected()),
    }),
    wakeOutbox: () => outbox.wake(),
    start: async () => {
      await pipeline.start();
      outbox.start();
      await smtpDoor?.start();
      imapDoor?.start();
    },
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

function doorState(isOpen: boolean | undefined): 'off' | 'up' | 'down' {
  if (isOpen === undefined) return 'off';
  return isOpen ? 'up' : 'down';
}
