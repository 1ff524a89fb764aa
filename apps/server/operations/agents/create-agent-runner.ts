import {
  costNanoUsd,
  generateObject,
  type MessageFile,
  type Model,
  ModelError,
  type Usage,
} from '@deskbell/engine';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { AgentName } from '../tables.ts';
import { WorkerError, type WorkerPool } from '../workers/worker-pool.ts';
import { type AgentInputs, type AgentResult, type FindingsByAgent, RULES_MODEL } from './agent.ts';
import type { VisionFindings } from './findings.ts';
import { answerSchemas, type ModelAnswers } from './model/answer-schemas.ts';
import { describeInput } from './model/describe-mail.ts';
import { mergeResults } from './model/merge-results.ts';
import { systemPromptFor } from './model/prompts.ts';
import { readableFiles } from './model/readable-files.ts';
import { AgentError, type AgentRun, type AgentRunner, type WholeMailRun } from './run-agent.ts';
import type { WholeMail } from './whole-mail.ts';

/** From aubs.md: what an agent may take in all. */
export const agentTimeoutMs: Readonly<Record<AgentName, number>> = {
  triage: 15_000,
  vision: 30_000,
  deadline: 15_000,
  task: 15_000,
  context: 30_000,
};

/** An ordinary mail takes two milliseconds; one that takes this long goes step by step. */
const WHOLE_TIMEOUT_MS = 2_000;

/** Of the limit, for what comes after the model's answer. */
const MARGIN_MS = 1_000;
const MAX_OUTPUT_TOKENS = 4_000;

interface ModelAnswer<Name extends keyof FindingsByAgent> {
  answer: ModelAnswers[Name] | null;
  /** Pictures the model was shown. */
  pictures: number;
  errorCode: string | null;
  usage: Usage;
}

const NO_USAGE: Usage = {
  inputTokens: 0,
  cacheReadTokens: 0,
  cacheWriteTokens: 0,
  outputTokens: 0,
};

/**
 * Rules in the worker pool, and beside them the first language model that is available. The model's
 * answer is merged over the rules' result; without a usable one the rules stand alone.
 */
export function createAgentRunner(options: {
  workers: Pick<WorkerPool, 'runRules' | 'readAttachments'> &
    Partial<Pick<WorkerPool, 'runWholeMail'>>;
  /** In order of preference; empty: the rules do the work. */
  models: readonly Model[];
  log: Logger;
}): AgentRunner {
  const { workers, models, log } = options;

  async function askModel<Name extends keyof FindingsByAgent>(
    agent: Name,
    model: Model,
    { input, signal }: { input: AgentInputs[Name]; signal: AbortSignal },
  ): Promise<ModelAnswer<Name>> {
    const limit = AbortSignal.timeout(agentTimeoutMs[agent] - MARGIN_MS);
    try {
      const files = agent === 'vision' ? await filesOf(input as AgentInputs['vision']) : [];
      const pictures = files.filter(({ mediaType }) => mediaType.startsWith('image/')).length;
      if (agent === 'vision' && files.length === 0) {
        return { answer: null, pictures, errorCode: null, usage: NO_USAGE };
      }
      const outcome = await generateObject({
        model,
        system: systemPromptFor(agent),
        input: describeInput(agent, input),
        ...(files.length > 0 ? { files } : {}),
        schema: answerSchemas[agent] as unknown as z.ZodType<ModelAnswers[Name]>,
        maxOutputTokens: MAX_OUTPUT_TOKENS,
        signal: AbortSignal.any([signal, limit]),
      });
      return outcome.kind === 'object'
        ? { answer: outcome.object, pictures, errorCode: null, usage: outcome.usage }
        : { answer: null, pictures, errorCode: `model_${outcome.reason}`, usage: outcome.usage };
    } catch (error) {
      signal.throwIfAborted();
      const errorCode = limit.aborted ? 'model_time_limit' : codeOf(error);
      log.warn({ agent, model: model.name, code: errorCode }, 'A language model gave no findings');
      return { answer: null, pictures: 0, errorCode, usage: NO_USAGE };
    }
  }

  const filesOf = async ({ email, raw }: AgentInputs['vision']): Promise<MessageFile[]> =>
    readableFiles({ workers, email, raw, timeoutMs: MARGIN_MS * 5 });

  async function runRules<Name extends keyof FindingsByAgent>(
    agent: Name,
    input: AgentInputs[Name],
    signal: AbortSignal,
  ): Promise<AgentResult<FindingsByAgent[Name]>> {
    try {
      return await workers.runRules(agent, input, { timeoutMs: agentTimeoutMs[agent], signal });
    } catch (error) {
      signal.throwIfAborted();
      const code =
        error instanceof WorkerError && error.code === 'time_limit' ? error.code : 'crashed';
      const sentence =
        code === 'time_limit'
          ? `The ${agent} agent did not finish in ${agentTimeoutMs[agent] / 1000} seconds.`
          : `The ${agent} agent failed.`;
      throw new AgentError(code, sentence, { cause: error });
    }
  }

  /** Rules and model side by side; what the rules read in files first decides whether the model looks. */
  async function runBoth<Name extends keyof FindingsByAgent>(
    agent: Name,
    input: AgentInputs[Name],
    { model, signal }: { model: Model; signal: AbortSignal },
  ): Promise<{ rules: AgentResult<FindingsByAgent[Name]>; reply: ModelAnswer<Name> | null }> {
    if (agent === 'vision') {
      const rules = await runRules(agent, input, signal);
      const isRead = needsNoLook(rules.findings as VisionFindings);
      return { rules, reply: isRead ? null : await askModel(agent, model, { input, signal }) };
    }
    const controller = new AbortController();
    const both = AbortSignal.any([signal, controller.signal]);
    const asked = askModel(agent, model, { input, signal: both });
    // Awaited below; a failure of the rules in between must not leave it unheard.
    asked.catch(() => {});
    try {
      return { rules: await runRules(agent, input, signal), reply: await asked };
    } catch (error) {
      controller.abort(error);
      throw error;
    }
  }

  async function run<Name extends keyof FindingsByAgent>(
    agent: Name,
    input: AgentInputs[Name],
    signal: AbortSignal,
  ): Promise<AgentRun<Name>> {
    const startedAtMs = performance.now();
    const model = models.find((candidate) => candidate.isAvailable());
    const { rules, reply } =
      model === undefined
        ? { rules: await runRules(agent, input, signal), reply: null }
        : await runBoth(agent, input, { model, signal });
    const merged =
      reply?.answer == null
        ? null
        : mergeResults(agent, { rules, answer: reply.answer, input, pictures: reply.pictures });
    const usage = reply?.usage ?? NO_USAGE;
    return {
      ...(merged?.result ?? rules),
      modelUsed: merged === null || model === undefined ? RULES_MODEL : model.name,
      isDisputed: merged?.isDisputed ?? null,
      errorCode:
        reply?.errorCode ?? (models.length > 0 && model === undefined ? 'model_unavailable' : null),
      executionTimeMs: Math.round(performance.now() - startedAtMs),
      inputTokens: usage.inputTokens + usage.cacheReadTokens + usage.cacheWriteTokens,
      outputTokens: usage.outputTokens,
      costNanoUsd: model === undefined || usage === NO_USAGE ? 0 : costNanoUsd(model.name, usage),
    };
  }

  async function runWhole(mail: WholeMail, signal: AbortSignal): Promise<WholeMailRun | null> {
    if (models.length > 0 || workers.runWholeMail === undefined) return null;
    try {
      const outcome = await workers.runWholeMail(mail, { timeoutMs: WHOLE_TIMEOUT_MS, signal });
      const { content, contentTookMs, runs } = outcome;
      if (runs === null) return { content, contentTookMs, runs };
      const { triage, deadline, task, context } = runs;
      return {
        content,
        contentTookMs,
        runs: {
          triage: byRules<'triage'>(triage),
          deadline: byRules<'deadline'>(deadline),
          task: byRules<'task'>(task),
          context: byRules<'context'>(context),
        },
      };
    } catch {
      signal.throwIfAborted();
      return null;
    }
  }

  return { run, runWhole };
}

/** The data inside the file is exact, and there is no picture beside it. */
function needsNoLook({ invoice_data: invoice, attachments }: VisionFindings): boolean {
  const hasPicture = attachments.some(({ kind }) => kind === 'image');
  return invoice?.source === 'embedded_xml' && !hasPicture;
}

function byRules<Name extends keyof FindingsByAgent>({
  result,
  tookMs,
}: {
  result: AgentResult<FindingsByAgent[Name]>;
  tookMs: number;
}): AgentRun<Name> {
  return {
    ...result,
    modelUsed: RULES_MODEL,
    isDisputed: null,
    errorCode: null,
    executionTimeMs: Math.round(tookMs),
    inputTokens: 0,
    outputTokens: 0,
    costNanoUsd: 0,
  };
}

function codeOf(error: unknown): string {
  return error instanceof ModelError ? `model_${error.code}` : 'model_failed';
}
