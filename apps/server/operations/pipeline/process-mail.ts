import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { AgentResults, AgentSettings } from '../agents/agent.ts';
import type { AgentRunner } from '../agents/run-agent.ts';
import type { Email } from '../mail/email.ts';
import type { Routing } from '../routing/action.ts';
import type { OperationsSettings } from '../settings.ts';
import type { OperationsTables } from '../tables.ts';
import type { WorkerPool } from '../workers/worker-pool.ts';
import type { Announcer } from './announcer.ts';
import { type ClaimedMail, loadRaw } from './claim-mails.ts';
import { envelopeOf } from './envelope-of.ts';
import { ClaimLostError } from './job.ts';
import { EXECUTIONS_CHANNEL, settle } from './job-queue.ts';
import { createMailProgress, type MailProgress } from './mail-progress.ts';
import type { PipelineSteps } from './pipeline-steps.ts';
import { runAgents } from './run-agents.ts';
import { type SqlRunner, sqlRunnerOf } from './sql-runner.ts';
import { joinWrites, runWrites } from './sql-write.ts';
import { READ_LIMIT_MS } from './stage-limits.ts';

export interface MailProcessor {
  database: Kysely<OperationsTables>;
  workers: WorkerPool;
  agents: AgentRunner;
  steps: PipelineSteps;
  settings: OperationsSettings;
  announcer: Announcer;
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
  const { database, workers, agents, steps, settings, announcer, log } = processor;
  const { mail, progress, now } = attempt;
  const { executionId } = mail;
  const run = sqlRunnerOf(database);

  const checkpoint = async (): Promise<void> => {
    signal.throwIfAborted();
    if (!progress.isWorthSaving()) return;
    await storeProgress(run, progress);
  };

  const raw = mail.raw ?? (await loadRaw(run, mail.emailId));
  const envelope = await envelopeOf(steps, { mail, raw });
  const bare = { id: mail.emailId, envelope };
  const forRules = agentSettings(settings);
  // A mail that an earlier try stored something of goes on from there.
  const whole =
    agents.runWhole === undefined || mail.finished.length > 0
      ? null
      : await agents.runWhole(
          {
            ...bare,
            raw,
            acceptedAt: mail.acceptedAt,
            settings: forRules,
            history: await steps.readHistory({ database, email: bare, results: null, now: now() }),
            now: now(),
          },
          signal,
        );
  const startedAtMs = performance.now();
  const content =
    whole?.content ?? (await workers.readMail(raw, { timeoutMs: READ_LIMIT_MS, signal }));
  const email: Email = { ...content, ...bare, acceptedAt: mail.acceptedAt };
  progress.addContent(email, whole?.contentTookMs ?? performance.now() - startedAtMs);
  await checkpoint();

  const { results, failedAgents } = await runAgents({
    agents,
    made: whole?.runs ?? {},
    settings: forRules,
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
  const end = (connection: Kysely<OperationsTables>) =>
    complete({ database: connection, steps, settings, attempt, email, results, routing });
  const isInvoice = (results.vision?.findings.invoice_data ?? null) !== null;
  const channels = isInvoice
    ? await database.transaction().execute(end)
    : // One statement is a transaction.
      await end(database);
  for (const channel of channels) announcer.announce(channel, '');
  announcer.announce(EXECUTIONS_CHANNEL, executionId);
}

/** What rules look at. No secret goes along to the threads. */
/** Nobody outside is told of the demonstration's mail, whatever channels there are. */
const SHOWN_ONLY: OperationsSettings['notifications'] = { email: undefined, webhook: undefined };

function agentSettings(settings: OperationsSettings): AgentSettings {
  const { timezone, ownDomains, ownAddresses, staffNames } = settings;
  return { timezone, ownDomains, ownAddresses, staffNames };
}

/** Stores what was found out so far. */
export async function storeProgress(run: SqlRunner, progress: MailProgress): Promise<void> {
  const { write, saved } = progress.write();
  await runWrites(run, [write]);
  saved();
}

/** Returns whom to tell. */
async function complete(options: {
  database: Kysely<OperationsTables>;
  steps: PipelineSteps;
  settings: OperationsSettings;
  attempt: MailAttempt;
  email: Email;
  results: AgentResults;
  routing: Routing;
}): Promise<readonly string[]> {
  const { database, steps, settings, attempt, email, results, routing } = options;
  const { mail, progress } = attempt;
  const { executionId, emailId, job } = mail;
  const now = attempt.now();
  const observed = await steps.observe({ database, executionId, email, results, now });
  const routed = steps.routingWrites({
    executionId,
    emailId,
    routing,
    settings: mail.source === 'demo' ? { ...settings, notifications: SHOWN_ONLY } : settings,
    now,
  });
  const { text, values } = joinWrites(
    [
      progress.write().write,
      ...routed.writes,
      ...observed.writes,
      {
        text: COMPLETE,
        values: [
          executionId,
          job.claim,
          mail.attempt,
          now,
          results.triage?.findings.category ?? null,
          results.triage?.findings.urgency ?? null,
          routing.confidence,
          routing.risk,
          observed.vendorId,
        ],
      },
    ],
    { text: 'select assert_held(exists (select from completed))', values: [] },
  );
  try {
    await sqlRunnerOf(database)(text, values);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === NOT_HELD)
      throw new ClaimLostError();
    throw error;
  }
  return routed.channels;
}

/** What assert_held (migration 0004) throws: nothing of the statement has happened then. */
const NOT_HELD = 'DB001';

const COMPLETE = `
  job as (${settle.done}), completed as (
    update executions e set status = 'completed', completed_at = $4, error_code = null,
      error_message = null, category = $5, urgency = $6, confidence = $7, risk = $8, vendor_id = $9
    from job
    where e.id = job.id and e.attempts = $3 and e.completed_at is null
    returning e.id
  )`;
