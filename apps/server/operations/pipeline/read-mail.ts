import type { Email } from '../mail/email.ts';
import type { WorkerPool } from '../workers/worker-pool.ts';
import type { ClaimedMail } from './claim-mails.ts';
import type { PipelineSteps } from './pipeline-steps.ts';
import { READ_LIMIT_MS } from './stage-limits.ts';

/** The mail as agents see it. Rejects with `WorkerError` when the message cannot be read. */
export async function readMail(
  { workers, readEnvelope }: { workers: WorkerPool; readEnvelope: PipelineSteps['readEnvelope'] },
  { mail, raw, signal }: { mail: ClaimedMail; raw: Uint8Array; signal: AbortSignal },
): Promise<Email> {
  const [content, envelope] = await Promise.all([
    workers.readMail(raw, { timeoutMs: READ_LIMIT_MS, signal }),
    readEnvelope(raw),
  ]);
  // A header that names nobody: who the door said it was, as stored when it was accepted.
  const from =
    envelope.from.address === '' ? { name: mail.senderName, address: mail.sender } : envelope.from;
  return {
    ...content,
    id: mail.emailId,
    envelope: { ...envelope, from },
    acceptedAt: mail.acceptedAt,
  };
}
