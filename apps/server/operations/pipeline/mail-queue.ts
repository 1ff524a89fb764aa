import type { Transaction } from 'kysely';
import type { OperationsTables } from '../tables.ts';

/** Where accepted mails wait: one job each. */
export interface MailQueue {
  /** The job exists if and only if the caller's transaction commits. */
  enqueue(transaction: Transaction<OperationsTables>, executionId: string): Promise<void>;
}
