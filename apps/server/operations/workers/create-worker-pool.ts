import { availableParallelism } from 'node:os';
import type { Logger } from 'pino';
import type { AgentInputs, AgentResult, FindingsByAgent } from '../agents/agent.ts';
import type { WholeMailOutcome } from '../agents/whole-mail.ts';
import type { MailContent } from '../mail/email.ts';
import { MAIL_LIMITS } from '../mail/mail-limits.ts';
import { createThreadPool } from './thread-pool.ts';
import { WorkerError, type WorkerPool } from './worker-pool.ts';

/**
 * The threads in which mail is read and rules run. Time limits count from when a thread begins with
 * a task. The caller keeps its raw bytes: they are copied once, so that moving them to the thread
 * takes no buffer away that another part still uses (bytes of a Buffer often share their memory).
 */
export function createWorkerPool({
  threads = Math.max(1, Math.min(4, availableParallelism())),
  log,
}: {
  threads?: number | undefined;
  log: Logger;
}): WorkerPool {
  const pool = createThreadPool({ file: new URL('worker.ts', import.meta.url), threads, log });

  /** Before anything is copied. */
  function refuseTooLarge(raw: Uint8Array): void {
    if (raw.byteLength <= MAIL_LIMITS.rawBytes) return;
    throw new WorkerError('too_large', 'The message is larger than 25 MB.');
  }

  return {
    async readMail(raw, { timeoutMs, signal }) {
      refuseTooLarge(raw);
      const copy = copyOf(raw);
      const options = { timeoutMs, signal, transfer: [copy.buffer] };
      return (await pool.run('readMail', copy, options)) as MailContent;
    },

    async readAttachments(raw, positions, { timeoutMs, signal }) {
      refuseTooLarge(raw);
      const copy = copyOf(raw);
      const options = { timeoutMs, signal, transfer: [copy.buffer] };
      const contents = await pool.run('readAttachments', { raw: copy, positions }, options);
      return contents as { position: number; content: Uint8Array }[];
    },

    async runRules<Name extends keyof FindingsByAgent>(
      agent: Name,
      input: AgentInputs[Name],
      { timeoutMs, signal }: { timeoutMs: number; signal?: AbortSignal },
    ) {
      const { input: sent, transfer } = withOwnBytes(input);
      const result = await pool.run(agent, sent, { timeoutMs, signal, transfer });
      return result as AgentResult<FindingsByAgent[Name]>;
    },

    async runWholeMail(mail, { timeoutMs, signal }) {
      refuseTooLarge(mail.raw);
      const { input: sent, transfer } = withOwnBytes(mail);
      const outcome = await pool.run('wholeMail', sent, { timeoutMs, signal, transfer });
      return outcome as WholeMailOutcome;
    },

    close: () => pool.close(),
  };
}

/** Exactly these bytes in memory of their own. */
function copyOf(raw: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(raw.byteLength);
  copy.set(raw);
  return copy;
}

function withOwnBytes(input: object): { input: object; transfer: ArrayBuffer[] } {
  if (!('raw' in input) || !(input.raw instanceof Uint8Array)) return { input, transfer: [] };
  const copy = copyOf(input.raw);
  return { input: { ...input, raw: copy }, transfer: [copy.buffer] };
}
