import type { Kysely, Transaction } from 'kysely';
import type { Logger } from 'pino';
import type { AgentResults } from '../agents/agent.ts';
import type { AgentRunner } from '../agents/run-agent.ts';
import type { Email } from '../mail/email.ts';
import type { Routing } from '../routing/action.ts';
import type { OperationsSettings } from '../settings.ts';
import type { OperationsTables } from '../tables.ts';
import type { WorkerPool } from '../workers/worker-pool.ts';
import { type ClaimedMail, loadRaw } from './claim-mails.ts';
import { ClaimLostError } from './job.ts';
import { EXECUTIONS_CHANNEL, settle } from './job-queue.ts';
import { createMailProgress, type MailProgress } from './mail-progress.ts';
import type { PipelineSteps } from './pipeline-steps.ts';
import { readMail } from './read-mail.ts';
import { runAgents } from './run-agents.ts';
import { sqlRunnerOf } from './sql-runner.ts';

export interface MailProcessor {
  database: Kysely<OperationsTables>;
  workers: WorkerPool;
  agents: AgentRunner;
  steps: PipelineSteps;
  settings: OperationsSettings;
  clock: () => Date;
  log: Logger;
}

/** What a try made, for whoever has to store it when the try did not end well. */
export interface MailAttempt {
  mail: ClaimedMail;
  progress: MailProgress;
  now: () => Date;
}

export function createMailAttempt(mail: ClaimedMail, clock: () => Date): MailAttempt {
  const startedAtMs = clock().getTime();
  // Demonstration mail of last week was answered last week.
  const now =
    mail.source === 'demo'
      ? () => new Date(mail.acceptedAt.getTime() + clock().getTime() - startedAtMs)
      : clock;
  return { mail, progress: createMailProgress(mail), now };
}

/**
 * One mail's way from claimed to completed. Every try makes the same of the same mail; what has to
 * exist once is written in the last transaction, together with the end of the job.
 *
 * Rejects with whatever went wrong, `ClaimLostError` and the signal's reason included; `attempt`
 * then holds what was found out and not stored.
 */
export async function processMail(
  processor: MailProcessor,
  attempt: MailAttempt,
  signal: AbortSignal,
): Promise<void> {
  const { database, workers, agents, steps, settings, log } = processor;
  const { mail, progress, now } = attempt;
  const { executionId } = mail;
  const run = sqlRunnerOf(database);

  const checkpoint = async (): Promise<void> => {
    signal.throwIfAborted();
    if (!progress.isWorthSaving()) return;
    const { saved } = await database
      .transaction()
      .execute((transaction) => progress.save(sqlRunnerOf(transaction)));
    saved();
  };

  const raw = mail.raw ?? (await loadRaw(run, mail.emailId));
  const startedAtMs = performance.now();
  const email = await readMail(
    { workers, readEnvelope: steps.readEnvelope },
    { mail, raw, signal },
  );
  progress.addContent(email, performance.now() - startedAtMs);
  await checkpoint();

  const { results, failedAgents } = await runAgents({
    agents,
    settings,
    mail,
    email,
    raw,
    progress,
    checkpoint,
    findDuplicate: (invoice) =>
      steps.findDuplicateInvoice({ database, executionId, email, invoice }),
    readHistory: (soFar) => steps.readHistory({ database, email, results: soFar, now: now() }),
    now,
    signal,
    log,
  });
  const routing = steps.routeFindings({ email, results, failedAgents, settings });
  signal.throwIfAborted();
  await database
    .transaction()
    .execute((transaction) =>
      complete({ transaction, steps, settings, attempt, email, results, routing }),
    );
}

async function complete(options: {
  transaction: Transaction<OperationsTables>;
  steps: PipelineSteps;
  settings: OperationsSettings;
  attempt: MailAttempt;
  email: Email;
  results: AgentResults;
  routing: Routing;
}): Promise<void> {
  const { transaction, steps, settings, attempt, email, results, routing } = options;
  const { mail, progress } = attempt;
  const { executionId, emailId, job } = mail;
  const now = attempt.now();
  const run = sqlRunnerOf(transaction);
  await progress.save(run);
  await steps.applyRouting({ transaction, executionId, emailId, routing, settings, now });
  const vendorId = await steps.recordObservations({
    transaction,
    executionId,
    email,
    results,
    now,
  });
  const { rows } = await run(COMPLETE, [
    executionId,
    job.claim,
    mail.attempt,
    now,
    results.triage?.findings.category ?? null,
    results.triage?.findings.urgency ?? null,
    routing.confidence,
    routing.risk,
    vendorId,
  ]);
  if (rows.length === 0) throw new ClaimLostError();
}

const COMPLETE = `
  with job as (${settle.done})
  update executions e set status = 'completed', completed_at = $4, error_code = null,
    error_message = null, category = $5, urgency = $6, confidence = $7, risk = $8, vendor_id = $9
  from job
  where e.id = job.id and e.attempts = $3 and e.completed_at is null
  returning pg_notify('${EXECUTIONS_CHANNEL}', e.id::text)`;
