import type { Envelope } from '../mail/email.ts';
import type { ClaimedMail } from './claim-mails.ts';
import type { PipelineSteps } from './pipeline-steps.ts';

/** The header, from the door when it names nobody: as stored when the mail was accepted. */
export async function envelopeOf(
  { readEnvelope }: Pick<PipelineSteps, 'readEnvelope'>,
  { mail, raw }: { mail: ClaimedMail; raw: Uint8Array },
): Promise<Envelope> {
  const envelope = await readEnvelope(raw);
  return envelope.from.address === ''
    ? { ...envelope, from: { name: mail.senderName, address: mail.sender } }
    : envelope;
}
