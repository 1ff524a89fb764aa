import type { Email, Envelope, MailContent } from '../mail/email.ts';
import { readMail } from '../mail/read-mail.ts';
import { vendorOf } from '../vendors/vendor-key.ts';
import type { AgentResult, AgentSettings, FindingsByAgent, MailHistory } from './agent.ts';
import { runContextRules } from './context/context-rules.ts';
import { runDeadlineRules } from './deadline/deadline-rules.ts';
import { runTaskRules } from './task/task-rules.ts';
import { runTriageRules } from './triage/triage-rules.ts';

/** A mail that nothing is known of yet, for one visit to a thread. */
export interface WholeMail {
  raw: Uint8Array;
  id: string;
  envelope: Envelope;
  acceptedAt: Date;
  settings: AgentSettings;
  /** As if the mail were its sender's as a vendor. */
  history: MailHistory;
  now: Date;
}

type WholeAgent = Exclude<keyof FindingsByAgent, 'vision'>;

/** What each agent found and how long it took. */
export type WholeRuns = {
  [Name in WholeAgent]: { result: AgentResult<FindingsByAgent[Name]>; tookMs: number };
};

export interface WholeMailOutcome {
  content: MailContent;
  contentTookMs: number;
  /** Null for a mail with attachments: they are read in a step of their own. */
  runs: WholeRuns | null;
}

/** Reads a mail and runs all rules on it, in their order. For worker threads. */
export async function runWholeMail(mail: WholeMail): Promise<WholeMailOutcome> {
  const { raw, id, envelope, acceptedAt, settings, history, now } = mail;
  const startedAtMs = performance.now();
  const content = await readMail(raw);
  const contentTookMs = performance.now() - startedAtMs;
  if (content.attachments.length > 0) return { content, contentTookMs, runs: null };
  const email: Email = { ...content, id, envelope, acceptedAt };
  const triage = timed(() => runTriageRules({ email, settings }));
  const deadline = timed(() => runDeadlineRules({ email, vision: null, settings }));
  const task = timed(() => runTaskRules({ email, triage: triage.result.findings, settings }));
  const results = { triage: triage.result, deadline: deadline.result, task: task.result };
  const vendor = vendorOf({ email, results }) === null ? null : history.vendor;
  const context = timed(() =>
    runContextRules({ email, results, history: { ...history, vendor }, settings, now }),
  );
  return { content, contentTookMs, runs: { triage, deadline, task, context } };
}

function timed<Result>(work: () => Result): { result: Result; tookMs: number } {
  const startedAtMs = performance.now();
  const result = work();
  return { result, tookMs: performance.now() - startedAtMs };
}
