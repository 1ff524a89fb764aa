import type { Email } from '../mail/email.ts';
import type {
  ContextFindings,
  DeadlineFindings,
  TaskFindings,
  TriageFindings,
  VisionFindings,
} from './findings.ts';

/** Rules of another generation read mail otherwise; stored with each output. */
export const RULES_MODEL = 'rules@1';

/** Words of the mail that a finding rests on. */
export interface Evidence {
  /** The finding it supports, such as 'deadlines[0]' or 'category'. */
  finding: string;
  /** Exact words, at most 300 characters. */
  quote: string;
  where: 'header' | 'subject' | 'body' | 'attachment';
  /** The attachment's position. */
  attachment?: number;
}

/** What one agent made of one mail. */
export interface AgentResult<Findings> {
  findings: Findings;
  /**
   * How sure the agent is that `findings` are right and complete, 0 to 1. Rightly finding nothing is
   * a sure result, not an unsure one.
   */
  confidence: number;
  /** Kinds of action it would propose, such as 'create_task'. */
  nextActions: string[];
  evidence: Evidence[];
}

export interface FindingsByAgent {
  triage: TriageFindings;
  vision: VisionFindings;
  deadline: DeadlineFindings;
  task: TaskFindings;
  context: ContextFindings;
}

export type AgentResults = { [Name in keyof FindingsByAgent]?: AgentResult<FindingsByAgent[Name]> };

/** What is true of the business and the same for every mail. */
export interface AgentSettings {
  /** IANA name; decides what "Friday" and "end of day" mean. */
  timezone: string;
  /** Registrable domains and addresses of the business itself, lower case: who is staff. */
  ownDomains: readonly string[];
  ownAddresses: readonly string[];
  /** People tasks may be given to, as mails name them; empty: whoever a mail names. */
  staffNames: readonly string[];
}

/** Rules: pure functions of these inputs. They run in a worker thread and are cut off there. */
export interface AgentInputs {
  triage: { email: Email; settings: AgentSettings };
  /** The raw message: attachments are read out of it in the worker. */
  vision: { email: Email; raw: Uint8Array; settings: AgentSettings };
  deadline: { email: Email; vision: VisionFindings | null; settings: AgentSettings };
  task: { email: Email; triage: TriageFindings | null; settings: AgentSettings };
  context: {
    email: Email;
    /** What finished; an agent that failed is missing. */
    results: AgentResults;
    history: MailHistory;
    settings: AgentSettings;
    now: Date;
  };
}

/** What SQL knows about a mail's sender before the context agent runs: the last 30 days. */
export interface MailHistory {
  fromSender: HistoryCount;
  fromDomain: HistoryCount;
  /** Earlier mails of the same thread, newest first, at most 10. */
  thread: EarlierMail[];
  /** Of a new sender without a thread: mails that hold the subject's words, newest first, at most 5. */
  similar: EarlierMail[];
  vendor: VendorHistory | null;
  /** Failed executions in the last 24 hours from this domain. */
  recentFailures: number;
  /** The domain of a known vendor that a new sender's domain could be taken for; usually null. */
  lookalikeOf: string | null;
}

export interface HistoryCount {
  mails: number;
  lastAt: Date | null;
  /** Share of each category among them, by count. */
  categories: Record<string, number>;
}

export interface EarlierMail {
  emailId: string;
  executionId: string;
  subject: string;
  sender: string;
  acceptedAt: Date;
}

export interface VendorHistory {
  vendorId: string;
  name: string;
  reliability: VendorReliability;
  /** Of the same currency, newest first, at most 12. */
  invoiceTotalsCents: number[];
  currency: string | null;
}

/** Posterior mean of Beta(1 + kept, 1 + broken) over the observed events. */
export interface VendorReliability {
  kept: number;
  broken: number;
  /** kept + broken. */
  n: number;
  /** 0 to 1; null under 5 events. */
  score: number | null;
  rating: 'excellent' | 'good' | 'fair' | 'poor' | 'insufficient_data';
}
