import type { TurnEvent } from './turn-event.ts';

/** A question to ask, or a turn to hear from its event `after` on. */
export type Job =
  | { readonly kind: 'ask'; readonly key: string; readonly text: string }
  | { readonly kind: 'resume'; readonly turnId: string; readonly after: number };

/**
 * `connected`: the server has been reached. `seq` is the event's number in its turn; null for one
 * without.
 */
export type News =
  | { readonly type: 'connected' }
  | { readonly type: 'named'; readonly turnId: string }
  | { readonly type: 'event'; readonly seq: number | null; readonly event: TurnEvent };

/** What the server said no with. `message` is a sentence for people. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly retryAfterSeconds: number | null;
}

/**
 * How one try ended.
 * - `ended`: the turn's last event was told.
 * - `broken`: the connection did not last; the same may be tried again.
 * - `unopened`: the same, and this way could not be opened.
 * - `closed`: the same, and this way ended when it should not have.
 * - `expired`: the turn cannot be heard any more; the history has its outcome.
 * - `gone`: there is no such session.
 * - `signed_out`: nobody is signed in any more.
 * - `left`: the signal was aborted.
 */
export type TryEnd =
  | { readonly type: 'ended' | 'expired' | 'gone' | 'signed_out' | 'left' }
  | { readonly type: 'broken' | 'unopened' | 'closed' }
  | { readonly type: 'refused'; readonly refusal: Refusal };

export interface Try {
  readonly sessionId: string;
  readonly job: Job;
  readonly signal: AbortSignal;
  readonly onNews: (news: News) => void;
}

/** A way to the server: it does one job after another. */
export interface Way {
  /** Never rejects. */
  run(attempt: Try): Promise<TryEnd>;
  /** Ends what is open; the next job opens it again. */
  close(): void;
}

/** What the server's no means for a job. */
export function endOfRefusal(job: Job, refusal: Refusal): TryEnd {
  switch (refusal.code) {
    case 'not_signed_in':
      return { type: 'signed_out' };
    case 'not_found':
      return { type: job.kind === 'ask' ? 'gone' : 'expired' };
    // The server restarts, or cannot reach its database: the key makes it safe to ask again.
    case 'unavailable':
      return { type: 'broken' };
    default:
      return { type: 'refused', refusal };
  }
}
