import type { AgentInputs, AgentResult, FindingsByAgent } from '../agents/agent.ts';
import type { WholeMail, WholeMailOutcome } from '../agents/whole-mail.ts';
import type { MailContent } from '../mail/email.ts';

/** Agents whose rules are worth a thread of their own. */
export type WorkerAgent = 'triage' | 'vision' | 'deadline' | 'task' | 'context';

/** Why a message could not be read, or an agent was cut off. Its text is for staff. */
export class WorkerError extends Error {
  override readonly name = 'WorkerError';
  readonly code: 'time_limit' | 'too_many_parts' | 'too_deep' | 'too_large' | 'crashed';

  constructor(code: WorkerError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Threads that read mail, so that no message can hold up the server. */
export interface WorkerPool {
  /** Rejects with `WorkerError`; the thread is replaced when it had to be ended. */
  readMail(
    raw: Uint8Array,
    limits: { timeoutMs: number; signal?: AbortSignal },
  ): Promise<MailContent>;
  /** The decoded contents of some attachments, in the order of `positions`. Same errors. */
  readAttachments(
    raw: Uint8Array,
    positions: readonly number[],
    limits: { timeoutMs: number; signal?: AbortSignal },
  ): Promise<{ position: number; content: Uint8Array }[]>;
  runRules<Name extends WorkerAgent>(
    agent: Name,
    input: AgentInputs[Name],
    limits: { timeoutMs: number; signal?: AbortSignal },
  ): Promise<AgentResult<FindingsByAgent[Name]>>;
  /** Reads a mail and runs all rules on it in one visit to a thread. Same errors. */
  runWholeMail(
    mail: WholeMail,
    limits: { timeoutMs: number; signal?: AbortSignal },
  ): Promise<WholeMailOutcome>;
  /** Ends every thread. May be called twice. */
  close(): Promise<void>;
}
