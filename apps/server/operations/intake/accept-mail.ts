import type { ExecutionStatus, MailSource } from '../tables.ts';

/** A message as one of the doors got it. */
export interface IncomingMail {
  raw: Uint8Array;
  /** The inbox it belongs to; with the message's key it says what is the same mail. */
  mailbox: string;
  source: MailSource;
  /** Says which mail this is, in place of its Message-ID or, without one, the hash of `raw`. */
  messageKey?: string;
  /** The SMTP envelope, where there is one: used when the header names nobody. */
  envelope?: { sender: string; recipients: readonly string[] };
  /** When it is taken to have arrived, for demonstration mail; otherwise now. */
  acceptedAt?: Date;
}

export interface AcceptedMail {
  emailId: string;
  executionId: string;
  status: ExecutionStatus;
  acceptedAt: Date;
}

export interface RefusedMail {
  kind: 'refused';
  code: 'sender_not_allowed' | 'too_large' | 'empty';
  /** A sentence for the sender. */
  detail: string;
}

export type AcceptOutcome =
  /** Committed, with its execution and its job. */
  | ({ kind: 'accepted' } & AcceptedMail)
  /** It was here before; this is what the first one became. */
  | ({ kind: 'duplicate' } & AcceptedMail)
  /** Nothing was stored. */
  | RefusedMail;

/** The one path behind every door. Rejects only when the database does. */
export type AcceptMail = (mail: IncomingMail) => Promise<AcceptOutcome>;
