import type { Transaction } from 'kysely';
import type { OperationsTables } from '../tables.ts';
import type { SqlWrite } from './sql-write.ts';

/** Where accepted mails wait: one job each. */
export interface MailQueue {
  /** The job exists if and only if the caller's transaction commits. */
  enqueue(transaction: Transaction<OperationsTables>, executionId: string): Promise<void>;
  /**
   * The same as part of a statement in which `execution` is what makes the execution's row, or none:
   * the job exists if and only if that row does. `announce` has to follow.
   */
  jobOf(executionId: string): Promise<SqlWrite>;
  /** Tells workers and readers of a job that `jobOf` made. */
  announce(executionId: string): void;
}
