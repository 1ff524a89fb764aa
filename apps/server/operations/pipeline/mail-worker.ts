import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Listener } from '../../platform/listener.ts';
import { claimMails } from './claim-mails.ts';
import { describeFailure } from './describe-failure.ts';
import { ClaimLostError, type Job } from './job.ts';
import { EXECUTIONS_CHANNEL, type JobQueue, QUEUE_CHANNEL } from './job-queue.ts';
import { createMailAttempt, type MailProcessor, processMail } from './process-mail.ts';
import { settleFailure } from './settle-failure.ts';
import { sqlRunnerOf } from './sql-runner.ts';

/** For jobs whose time comes, and for word that got lost. */
const POLL_MS = 2_000;
const LONGEST_RETRY_MS = 5_000;

export interface MailWorkerOptions {
  processor: MailProcessor;
  queue: JobQueue & { boss: Parameters<typeof settleFailure>[0]['boss'] };
  listener: Listener;
  /** Mails at the same time. */
  concurrency: number;
  heartbeatSeconds: number;
  log: Logger;
}

export interface MailWorker {
  start(): void;
  /** There may be something to take. Does nothing before `start` and after `close`. */
  rouse(): void;
  /**
   * Takes no more mails, and waits up to `graceMs` for those in work; what is left then goes back to
   * the queue. May be called twice.
   */
  close(graceMs: number): Promise<void>;
}

interface InWork {
  job: Job;
  controller: AbortController;
  done: Promise<void>;
}

export function createMailWorker(options: MailWorkerOptions): MailWorker {
  const { processor, queue, listener, concurrency, heartbeatSeconds, log } = options;
  const { database, announcer, clock } = processor;
  const run = sqlRunnerOf(database);
  // Fewer, larger takes while there is much to do; the slots they leave open are soon filled.
  const batch = Math.max(1, Math.floor(concurrency / 2));
  const inWork = new Map<string, InWork>();
  /** Jobs that no work is done on and that could not be given back for want of a database. */
  const unreturned: Job[] = [];
  let isClosing = false;
  let wakes = 0;
  let wake = () => {};
  let working: Promise<void> | undefined;
  let stopListening = () => {};

  function rouse(): void {
    wakes += 1;
    wake();
  }

  /** Until somebody rouses the loop, also if that was since `seen`; a closing loop never sleeps. */
  async function sleep(ms: number, seen: number): Promise<void> {
    if (isClosing || wakes !== seen) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, ms);
    wake = resolve;
    await promise;
    clearTimeout(timer);
    wake = () => {};
  }

  async function returnJobs(jobs: readonly Job[]): Promise<void> {
    if (jobs.length === 0) return;
    try {
      await queue.giveBack(jobs);
    } catch (error) {
      log.warn({ err: error }, 'Mails could not be put back yet');
      unreturned.push(...jobs);
    }
  }

  /** Returns how many jobs there were. */
  async function takeAndBegin(limit: number): Promise<number> {
    const jobs = await queue.take(limit);
    if (jobs.length === 0) return 0;
    let mails: Awaited<ReturnType<typeof claimMails>>;
    try {
      mails = await claimMails(run, { jobs, now: clock() });
    } catch (error) {
      unreturned.push(...jobs);
      throw error;
    }
    const claimed = new Set(mails.map(({ executionId }) => executionId));
    for (const mail of mails) {
      announcer.announce(EXECUTIONS_CHANNEL, mail.executionId);
      const controller = new AbortController();
      const done = workOn(createMailAttempt(mail, clock), controller.signal).finally(() => {
        inWork.delete(mail.executionId);
        rouse();
      });
      inWork.set(mail.executionId, { job: mail.job, controller, done });
    }
    for (const job of jobs) if (!claimed.has(job.executionId)) await queue.drop(job);
    return jobs.length;
  }

  /** Never rejects: whatever goes wrong with a mail is settled here. */
  async function workOn(
    attempt: ReturnType<typeof createMailAttempt>,
    signal: AbortSignal,
  ): Promise<void> {
    const { executionId, job } = attempt.mail;
    try {
      await processMail(processor, attempt, signal);
    } catch (error) {
      const failure = describeFailure(error, signal);
      if (failure.kind === 'lost') {
        log.warn({ executionId }, 'A mail is worked on elsewhere by now');
        return;
      }
      if (failure.kind === 'interrupted') {
        await returnJobs([job]);
        return;
      }
      const { code } = failure;
      if (code === 'unexpected') log.warn({ executionId, code, err: error }, 'A mail failed');
      else log.info({ executionId, code }, 'A mail could not be read');
      try {
        await settleFailure({ database, boss: queue.boss }, attempt, failure);
      } catch (settleError) {
        log.error({ err: settleError, executionId }, 'A failed mail could not be settled');
        await returnJobs([job]);
      }
    }
  }

  async function work(): Promise<void> {
    let retryMs = 100;
    while (!isClosing) {
      const seen = wakes;
      const free = concurrency - inWork.size;
      if (free < batch) {
        await sleep(POLL_MS, seen);
        continue;
      }
      try {
        await returnJobs(unreturned.splice(0));
        const taken = await takeAndBegin(Math.min(free, concurrency));
        retryMs = 100;
        if (taken === 0) await sleep(POLL_MS, seen);
      } catch (error) {
        log.warn({ err: error }, 'No mail could be taken from the queue');
        await sleep(retryMs, wakes);
        retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
      }
    }
  }

  async function sendHeartbeat(): Promise<void> {
    const jobs = [...inWork.values()].map(({ job }) => job);
    if (jobs.length === 0) return;
    try {
      for (const { executionId, claim } of await queue.keep(jobs)) {
        const entry = inWork.get(executionId);
        if (entry?.job.claim === claim) entry.controller.abort(new ClaimLostError());
      }
    } catch (error) {
      log.warn({ err: error }, 'A heartbeat for mails in work failed');
    }
  }

  let heartbeat: NodeJS.Timeout | undefined;
  let closing: Promise<void> | undefined;

  async function close(graceMs: number): Promise<void> {
    isClosing = true;
    stopListening();
    rouse();
    await working;
    const all = Promise.all([...inWork.values()].map(({ done }) => done));
    const graceOver = new AbortController();
    await Promise.race([
      all,
      delay(graceMs, undefined, { signal: graceOver.signal }).catch(() => {}),
    ]);
    graceOver.abort();
    for (const { controller } of inWork.values()) controller.abort(new Error('closing'));
    await all;
    clearInterval(heartbeat);
    await returnJobs(unreturned.splice(0));
  }

  return {
    rouse,
    start: () => {
      if (working !== undefined || isClosing || concurrency < 1) return;
      const stops = [listener.subscribe(QUEUE_CHANNEL, rouse), listener.onReconnect(rouse)];
      stopListening = () => {
        for (const stop of stops) stop();
      };
      heartbeat = setInterval(() => void sendHeartbeat(), (heartbeatSeconds * 1_000) / 3).unref();
      working = work();
    },
    close: (graceMs) => {
      closing ??= close(graceMs);
      return closing;
    },
  };
}
