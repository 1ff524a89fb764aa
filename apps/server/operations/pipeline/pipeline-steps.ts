import type { Kysely, Transaction } from 'kysely';
import type { AgentResults, FindingsByAgent, MailHistory } from '../agents/agent.ts';
import type { Invoice } from '../agents/findings.ts';
import type { Email, Envelope } from '../mail/email.ts';
import type { Routing } from '../routing/action.ts';
import type { OperationsSettings } from '../settings.ts';
import type { OperationsTables } from '../tables.ts';

/**
 * What the pipeline calls on a mail's way besides threads and agents. Everything that writes gets
 * the mail's last transaction, and may run again for a mail whose last transaction was not committed.
 */
export interface PipelineSteps {
  /** Header only, on the calling thread. */
  readEnvelope(raw: Uint8Array): Promise<Envelope>;
  findDuplicateInvoice(options: {
    database: Kysely<OperationsTables>;
    executionId: string;
    email: Email;
    invoice: Invoice;
  }): Promise<string | null>;
  readHistory(options: {
    database: Kysely<OperationsTables>;
    email: Email;
    results: AgentResults;
    now: Date;
  }): Promise<MailHistory>;
  routeFindings(options: {
    email: Email;
    results: AgentResults;
    failedAgents: (keyof FindingsByAgent)[];
    settings: OperationsSettings;
  }): Routing;
  applyRouting(options: {
    transaction: Transaction<OperationsTables>;
    executionId: string;
    emailId: string;
    routing: Routing;
    settings: OperationsSettings;
    now: Date;
  }): Promise<void>;
  recordObservations(options: {
    transaction: Transaction<OperationsTables>;
    executionId: string;
    email: Email;
    results: AgentResults;
    now: Date;
  }): Promise<string | null>;
}
