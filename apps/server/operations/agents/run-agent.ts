import type { MailContent } from '../mail/email.ts';
import type { AgentInputs, AgentResult, FindingsByAgent } from './agent.ts';
import type { WholeMail } from './whole-mail.ts';

/** One finished run of an agent, as it is stored. */
export interface AgentRun<Name extends keyof FindingsByAgent>
  extends AgentResult<FindingsByAgent[Name]> {
  /** `RULES_MODEL`, or the language model whose answer this is. */
  modelUsed: string;
  /** Whether the model's answer and the rules differed; null when no model answered. */
  isDisputed: boolean | null;
  /** Why the model's answer was not used: a stable code; null when it was, or none was asked. */
  errorCode: string | null;
  executionTimeMs: number;
  inputTokens: number;
  outputTokens: number;
  /** Null: the price is unknown. */
  costNanoUsd: number | null;
}

export interface WholeMailRun {
  content: MailContent;
  contentTookMs: number;
  /** Null for a mail with attachments. */
  runs: { [Name in Exclude<keyof FindingsByAgent, 'vision'>]: AgentRun<Name> } | null;
}

/** An agent that came to no result within its time, not even by rules. */
export class AgentError extends Error {
  override readonly name = 'AgentError';
  readonly code: 'time_limit' | 'crashed';

  constructor(code: AgentError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/**
 * Runs agents: the rules always, a language model beside them where one is configured and
 * available. Rejects with `AgentError` only when the rules themselves fail, and with the signal's
 * reason when it aborts.
 */
export interface AgentRunner {
  run<Name extends keyof FindingsByAgent>(
    agent: Name,
    input: AgentInputs[Name],
    signal: AbortSignal,
  ): Promise<AgentRun<Name>>;
  /**
   * A whole mail at once, for speed: it is read, and when it has no attachments all agents are run.
   * Null when it has to go step by step: a language model is to be asked, or something failed, and
   * the steps are to show what. Rejects with nothing but the signal's reason.
   */
  runWhole?(mail: WholeMail, signal: AbortSignal): Promise<WholeMailRun | null>;
}
