import type { Kysely } from 'kysely';
import type { AgentResults, FindingsByAgent, MailHistory } from '../agents/agent.ts';
import type { Invoice } from '../agents/findings.ts';
import type { Email, Envelope } from '../mail/email.ts';
import type { Routing } from '../routing/action.ts';
import type { OperationsSettings } from '../settings.ts';
import type { OperationsTables } from '../tables.ts';
import type { SqlWrite } from './sql-write.ts';

/**
 * What the pipeline calls on a mail's way besides threads and agents. What is to exist once comes back
 * as parts of the mail's last statement; all may run again for a mail that did not come to its end.
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
  /** `results` is null before anything was found out: the vendor is then who the sender would be. */
  readHistory(options: {
    database: Kysely<OperationsTables>;
    email: Pick<Email, 'id' | 'envelope'>;
    results: AgentResults | null;
    now: Date;
  }): Promise<MailHistory>;
  routeFindings(options: {
    email: Email;
    results: AgentResults;
    failedAgents: (keyof FindingsByAgent)[];
    settings: OperationsSettings;
  }): Routing;
  /** What routing makes of a mail. `channels` are notified once it is committed. */
  routingWrites(options: {
    executionId: string;
    emailId: string;
    routing: Routing;
    settings: OperationsSettings;
    now: Date;
  }): { writes: readonly SqlWrite[]; channels: readonly string[] };
  /**
   * What the mail shows about its vendor. `database` is the mail's last transaction when it has an
   * invoice; else a crash may come between what this writes and the last statement.
   */
  observe(options: {
    database: Kysely<OperationsTables>;
    executionId: string;
    email: Email;
    results: AgentResults;
    now: Date;
  }): Promise<{ vendorId: string | null; writes: readonly SqlWrite[] }>;
}
