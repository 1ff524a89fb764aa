/** What is known after one attempt to send a notification. `code` is stable and without mail text. */
export type SendOutcome =
  /** A server has taken it. `code` says what was odd about that. */
  | { kind: 'sent'; code: string | null }
  /** It surely has not left; another attempt may follow. */
  | { kind: 'not_sent'; code: string }
  /** It surely was not taken, and another attempt would end the same. */
  | { kind: 'failed'; code: string }
  /** It may have been taken: never to be sent again. */
  | { kind: 'uncertain'; code: string };

/** A claimed row, as the channels send it. */
export interface ClaimedNotification {
  id: string;
  /** Null: of a booking. */
  executionId: string | null;
  bookingNumber: string | null;
  recipient: string | null;
  replyTo: string | null;
  subject: string;
  body: string;
  urgency: string;
  createdAt: Date;
  /** This attempt included. */
  attempts: number;
}

/** Sends through one channel. Never rejects; ends early when the signal aborts. */
export type SendNotification = (
  notification: ClaimedNotification,
  signal: AbortSignal,
) => Promise<SendOutcome>;
