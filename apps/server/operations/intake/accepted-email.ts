import { z } from 'zod';
import { HttpProblem } from '../../platform/http/problem.ts';
import type { AcceptOutcome, RefusedMail } from './accept-mail.ts';

/** What whoever sends a mail over HTTP is told about it. */
export const acceptedEmailSchema = z.object({
  execution_id: z.string(),
  email_id: z.string(),
  status: z.enum(['pending', 'running', 'completed', 'failed', 'cancelled']),
  message: z.string(),
  started_at: z.string(),
});

/** One file of an upload: what it became, or why it was not taken. */
export const uploadedEmailSchema = z.union([
  acceptedEmailSchema.extend({ filename: z.string() }),
  z.object({
    filename: z.string(),
    status: z.literal('refused'),
    code: z.string(),
    message: z.string(),
  }),
]);

export type AcceptedEmail = z.infer<typeof acceptedEmailSchema>;
export type UploadedEmail = z.infer<typeof uploadedEmailSchema>;

/** A mail that came before is answered like the first time: who sends again need not tell apart. */
export function acceptedEmail(outcome: Exclude<AcceptOutcome, RefusedMail>): AcceptedEmail {
  return {
    execution_id: outcome.executionId,
    email_id: outcome.emailId,
    status: outcome.status,
    message:
      outcome.kind === 'accepted'
        ? 'the e-mail was accepted for processing'
        : 'the e-mail was accepted before, this is its execution',
    started_at: outcome.acceptedAt.toISOString(),
  };
}

const problemCodes = {
  sender_not_allowed: 'sender_not_allowed',
  too_large: 'mail_too_large',
  empty: 'invalid_request',
} as const;

export const refusalCode = ({ code }: RefusedMail) => problemCodes[code];

export const refusalProblem = (refused: RefusedMail): HttpProblem =>
  new HttpProblem({ code: refusalCode(refused), detail: refused.detail });
