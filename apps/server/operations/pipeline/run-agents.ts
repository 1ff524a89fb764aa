import type { Logger } from 'pino';
import {
  type AgentInputs,
  type AgentResult,
  type AgentResults,
  type AgentSettings,
  type FindingsByAgent,
  RULES_MODEL,
} from '../agents/agent.ts';
import { agentTimeoutMs } from '../agents/create-agent-runner.ts';
import { AgentError, type AgentRun, type AgentRunner } from '../agents/run-agent.ts';
import type { Email } from '../mail/email.ts';
import type { ClaimedMail } from './claim-mails.ts';
import type { MailProgress } from './mail-progress.ts';
import type { PipelineSteps } from './pipeline-steps.ts';
import { TimeLimitError, withTimeLimit } from './time-limit.ts';

type AgentName = keyof FindingsByAgent;

export interface RunAgentsOptions {
  agents: AgentRunner;
  /** Runs that are done already. */
  made: { [Name in AgentName]?: AgentRun<Name> };
  settings: AgentSettings;
  mail: ClaimedMail;
  email: Email;
  raw: Uint8Array;
  progress: MailProgress;
  /** Called after each agent; stores what is worth it. */
  checkpoint: () => Promise<void>;
  findDuplicate: (
    invoice: Parameters<PipelineSteps['findDuplicateInvoice']>[0]['invoice'],
  ) => Promise<string | null>;
  readHistory: (results: AgentResults) => ReturnType<PipelineSteps['readHistory']>;
  now: () => Date;
  signal: AbortSignal;
  log: Logger;
}

/** What the agents came to: those that failed have a row that says so, and no result. */
export interface AgentsOutcome {
  results: AgentResults;
  failedAgents: AgentName[];
}

/**
 * Triage, vision when there are attachments, deadline and task side by side, context. An agent that
 * finished in an earlier try is not run again; one that fails keeps none of the others from running.
 */
export async function runAgents(options: RunAgentsOptions): Promise<AgentsOutcome> {
  const { email, raw, settings, mail } = options;
  const results: AgentResults = {};
  const failedAgents: AgentName[] = [];
  let hasNew = false;

  async function run<Name extends AgentName>(
    agent: Name,
    makeInput: () => AgentInputs[Name] | Promise<AgentInputs[Name]>,
    complete: (run: AgentRun<Name>) => Promise<AgentRun<Name>> = async (run) => run,
  ): Promise<AgentResult<FindingsByAgent[Name]> | undefined> {
    const earlier = mail.finished.find((output) => output.agent === agent);
    // What was made from less than there is now is made again.
    if (earlier !== undefined && !(agent === 'context' && hasNew)) {
      const result = earlier as unknown as AgentResult<FindingsByAgent[Name]>;
      results[agent] = result as AgentResults[Name];
      return result;
    }
    hasNew = true;
    const made = options.made[agent] ?? (await runAgent(options, agent, await makeInput()));
    if (made === undefined) {
      failedAgents.push(agent);
      await options.checkpoint();
      return undefined;
    }
    const completed = await complete(made);
    options.progress.addRun(agent, completed, options.now());
    results[agent] = completed as AgentResults[Name];
    if (agent !== 'context') await options.checkpoint();
    return completed;
  }

  const triage = await run('triage', () => ({ email, settings }));
  const vision =
    email.attachments.length === 0
      ? undefined
      : await run('vision', () => ({ email, raw, settings }), fillDuplicate(options));
  await allSettled([
    run('deadline', () => ({ email, vision: vision?.findings ?? null, settings })),
    run('task', () => ({ email, triage: triage?.findings ?? null, settings })),
  ]);
  await run('context', async () => ({
    email,
    results,
    history: await options.readHistory(results),
    settings,
    now: options.now(),
  }));
  return { results, failedAgents };
}

/** Undefined, with the failure noted, when the agent came to nothing. */
async function runAgent<Name extends AgentName>(
  { agents, progress, mail, now, signal, log }: RunAgentsOptions,
  agent: Name,
  input: AgentInputs[Name],
): Promise<AgentRun<Name> | undefined> {
  const startedAtMs = performance.now();
  try {
    return await withTimeLimit({
      limitMs: agentTimeoutMs[agent],
      signal,
      work: (limited) => agents.run(agent, input, limited),
    });
  } catch (error) {
    signal.throwIfAborted();
    const errorCode = codeOf(error);
    log.warn(
      {
        agent,
        errorCode,
        executionId: mail.executionId,
        ...(errorCode === 'crashed' ? { err: error } : {}),
      },
      'An agent failed',
    );
    const executionTimeMs = performance.now() - startedAtMs;
    progress.addRun(agent, { errorCode, executionTimeMs, modelUsed: RULES_MODEL }, now());
    return undefined;
  }
}

function codeOf(error: unknown): string {
  if (error instanceof AgentError) return error.code;
  return error instanceof TimeLimitError ? 'time_limit' : 'crashed';
}

function fillDuplicate({ findDuplicate }: RunAgentsOptions) {
  return async (run: AgentRun<'vision'>): Promise<AgentRun<'vision'>> => {
    const invoice = run.findings.invoice_data;
    if (invoice === null) return run;
    const duplicate_of = await findDuplicate(invoice);
    return { ...run, findings: { ...run.findings, invoice_data: { ...invoice, duplicate_of } } };
  };
}

/** Waits for all, so that none goes on in the background, then rejects with the first error. */
async function allSettled(work: readonly Promise<unknown>[]): Promise<void> {
  for (const outcome of await Promise.allSettled(work)) {
    if (outcome.status === 'rejected') throw outcome.reason;
  }
}
