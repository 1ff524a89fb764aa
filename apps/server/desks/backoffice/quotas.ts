import type { HttpProblem } from '../../platform/http/problem.ts';

/** `problem` is what to throw: 429 with `Retry-After` and a sentence that says when it goes on. */
export type QuotaDecision =
  | { isAllowed: true; headers: Record<string, string>; problem?: never }
  | { isAllowed: false; headers: Record<string, string>; problem: HttpProblem };

/**
 * What one member of staff may ask for: messages a minute and tokens a day. The owner of a session
 * pays for what is asked in it, an administrator's questions included: `userId` is the owner's id.
 */
export interface Quotas {
  /** Takes one message of the user's minute, if there is one and tokens are left today. */
  take(userId: string): Promise<QuotaDecision>;
  /** Gives a message back that turned out not to count. */
  giveBack(userId: string): Promise<void>;
}
