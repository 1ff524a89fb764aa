import type { AgentResults } from '../agents/agent.ts';
import type { TriageFindings } from '../agents/findings.ts';
import type { AgentName } from '../tables.ts';
import type { ReviewReason, Risk } from './action.ts';

type WarningKind = TriageFindings['warnings'][number]['kind'];

const warningSentences: Record<WarningKind, string> = {
  changed_bank_details: 'The mail asks to pay into another bank account.',
  reply_to_mismatch: 'Answers would go to another address than the one it came from.',
  lookalike_domain: "The sender's domain looks like one we know, but is not it.",
  hidden_text: 'The mail has text that a reader does not see.',
  instructions_to_software: 'The mail gives instructions to software that reads it.',
  failed_authentication: "The sender's mail server is not allowed to send for this domain.",
};

/**
 * Why a person has to look before anything is done; empty when nobody has to. Signs of fraud, a
 * failed agent, a wrong invoice, an ambiguous date and a high risk always ask for one, even when
 * nothing is proposed; an unsure result only when something is. Sentences of ours only: they go into
 * notifications.
 */
export function reviewReasons({
  results,
  failedAgents,
  confidence,
  reviewBelowConfidence,
  isAnythingProposed,
  risk,
}: {
  results: AgentResults;
  failedAgents: readonly AgentName[];
  /** Of the execution. */
  confidence: number;
  reviewBelowConfidence: number;
  isAnythingProposed: boolean;
  risk: Risk;
}): ReviewReason[] {
  const { triage, vision, deadline } = results;
  const reasons: ReviewReason[] = [];
  const add = (code: ReviewReason['code'], detail: string) => reasons.push({ code, detail });

  const warnings = new Set(triage?.findings.warnings.map(({ kind }) => kind));
  for (const kind of warnings) add(kind, warningSentences[kind]);
  const factors = results.context?.findings.risk_factors ?? [];
  if (
    !warnings.has('lookalike_domain') &&
    factors.some(({ factor }) => factor === 'lookalike_vendor')
  ) {
    add('lookalike_domain', warningSentences.lookalike_domain);
  }
  if (triage?.findings.type === 'phishing') add('phishing', 'The mail looks like phishing.');
  if (risk === 'high' || risk === 'critical') {
    add('high_risk', `The risk is ${risk}.`);
  }
  const invoice = vision?.findings.invoice_data;
  if (invoice?.duplicate_of != null) {
    add('duplicate_invoice', 'This vendor has sent an invoice with this number before.');
  }
  if (invoice?.arithmetic_ok === false) {
    add('invoice_arithmetic', 'The figures of the invoice do not add up.');
  }
  if (deadline?.findings.deadlines.some(({ ambiguous }) => ambiguous)) {
    add('ambiguous_date', 'A date in the mail can be read in more than one way.');
  }
  for (const agent of failedAgents) {
    add('agent_failed', `The ${agent} agent could not read this mail.`);
  }
  // Also true of a confidence that is not a number.
  if (isAnythingProposed && !(confidence >= reviewBelowConfidence)) {
    add(
      'low_confidence',
      `The agents are ${percent(confidence)} sure; below ${percent(reviewBelowConfidence)} a person looks first.`,
    );
  }
  return reasons;
}

const percent = (share: number): string => `${Math.floor(share * 100)}%`;
