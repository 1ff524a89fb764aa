import { textOf } from '../../mail/email.ts';
import type { Risk } from '../../routing/action.ts';
import { comparePrice } from '../../vendors/price-jump.ts';
import type { AgentInputs, Evidence } from '../agent.ts';
import type { TriageFindings } from '../findings.ts';
import { isOwn } from '../triage/domains.ts';
import { sortDeadlines } from './deadlines-at.ts';
import { missingAgents } from './missing-agents.ts';
import { findRiskWords, type RiskWord, type RiskWordHit } from './risk-words.ts';

export interface RiskFactor {
  /** A stable name. */
  factor: string;
  level: Exclude<Risk, 'low'>;
  /** A sentence of ours. */
  detail: string;
  /** What staff should do about it; null: nothing that is not plain already. */
  recommendation: string | null;
  evidence: Omit<Evidence, 'finding'> | null;
}

type Input = AgentInputs['context'];

const HOUR_MS = 3_600_000;
/** A deadline this near is tight. */
const TIGHT_MS = 24 * HOUR_MS;

/**
 * Everything that makes a mail more than routine. "high" and "critical" mean that a person has to
 * look before anything is done; what only needs somebody soon is "medium". Works with whatever
 * agents came to a result.
 */
export function findRiskFactors(input: Input): RiskFactor[] {
  return [
    ...warningFactors(input.results.triage?.findings),
    ...invoiceFactors(input),
    ...wordFactors(input),
    ...urgencyFactors(input),
    ...historyFactors(input),
    ...failureFactors(input),
  ];
}

const warnings: Record<
  TriageFindings['warnings'][number]['kind'],
  Pick<RiskFactor, 'level' | 'detail' | 'recommendation'>
> = {
  changed_bank_details: {
    level: 'critical',
    detail: 'The mail asks to pay into another bank account.',
    recommendation: 'Call the sender on a number you already had before paying anything.',
  },
  lookalike_domain: {
    level: 'critical',
    detail: "The sender's domain looks like one we know, but is not it.",
    recommendation: 'Do not answer; write to the address you already had.',
  },
  reply_to_mismatch: {
    level: 'high',
    detail: 'Answers would go to another address than the one it came from.',
    recommendation: 'Check the address before answering.',
  },
  failed_authentication: {
    level: 'high',
    detail: "The sender's mail server is not allowed to send for this domain.",
    recommendation: 'Make sure by another way that the mail is from whom it says.',
  },
  instructions_to_software: {
    level: 'high',
    detail: 'The mail gives instructions to software that reads it.',
    recommendation: 'Read the mail yourself.',
  },
  hidden_text: {
    level: 'medium',
    detail: 'The mail has text that a reader does not see.',
    recommendation: null,
  },
};

function warningFactors(triage: TriageFindings | undefined): RiskFactor[] {
  if (triage === undefined) return [];
  const factors: RiskFactor[] = [];
  if (triage.type === 'phishing') {
    factors.push({
      factor: 'phishing',
      level: 'critical',
      detail: 'The mail looks like phishing.',
      recommendation: 'Open no link and no attachment of this mail.',
      evidence: null,
    });
  }
  for (const kind of new Set(triage.warnings.map((warning) => warning.kind))) {
    factors.push({ factor: kind, ...warnings[kind], evidence: null });
  }
  return factors;
}

function invoiceFactors({ results, history }: Input): RiskFactor[] {
  const invoice = results.vision?.findings.invoice_data;
  if (invoice == null) return [];
  const factors: RiskFactor[] = [];
  const add = (
    factor: string,
    level: RiskFactor['level'],
    detail: string,
    recommendation: string,
  ) => factors.push({ factor, level, detail, recommendation, evidence: null });
  if (invoice.duplicate_of !== null) {
    add(
      'duplicate_invoice',
      'high',
      'This vendor has sent an invoice with this number before.',
      'Compare it with the earlier invoice, so that nothing is paid twice.',
    );
  }
  if (invoice.arithmetic_ok === false) {
    add(
      'invoice_arithmetic',
      'high',
      'The figures of the invoice do not add up.',
      'Ask the vendor for a corrected invoice.',
    );
  }
  const { vendor } = history;
  const price =
    invoice.total_cents === null || vendor === null || vendor.currency !== invoice.currency
      ? null
      : comparePrice(invoice.total_cents, vendor.invoiceTotalsCents);
  if (price?.isJump && invoice.total_cents !== null) {
    const times = (invoice.total_cents / price.medianCents).toFixed(1);
    add(
      'price_jump',
      invoice.total_cents > 2 * price.medianCents ? 'high' : 'medium',
      `The total is ${times} times the usual one of this vendor.`,
      'Compare the lines of the invoice with an earlier one.',
    );
  }
  return factors;
}

/** Kinds of mail whose words are about others, or made to impress. */
const wordlessTypes = new Set(['newsletter', 'auto_reply', 'phishing', 'report', 'praise']);

function wordFactors({ email, results, settings, history }: Input): RiskFactor[] {
  const triage = results.triage?.findings;
  // A colleague's report is of what has happened, a program's of figures.
  const isReport = triage?.type === 'report' && triage.category === 'staff';
  if (triage !== undefined && wordlessTypes.has(triage.type) && !isReport) return [];
  const hits = findRiskWords({ subject: email.envelope.subject, body: bodyOf(email) });
  const factors: RiskFactor[] = [];
  const add = (
    hit: RiskWordHit | undefined,
    factor: Omit<RiskFactor, 'evidence'>,
    when: boolean = hit !== undefined,
  ) => {
    if (when) {
      factors.push({
        ...factor,
        evidence: hit === undefined ? null : { quote: hit.quote, where: hit.where },
      });
    }
  };
  const first = (label: RiskWord) => hits.find((hit) => hit.label === label);

  const danger = first('danger');
  add(danger, {
    factor: 'safety',
    level: 'critical',
    detail: `It speaks of danger: "${danger?.phrase}".`,
    recommendation: 'Make sure at once that everybody is safe.',
  });
  const authority = first('authority');
  add(authority, {
    factor: 'authority',
    level: 'high',
    detail: `An authority, landlord or insurer may stop us: "${authority?.phrase}".`,
    recommendation: 'Have the person responsible read it today.',
  });
  const legal = first('legal');
  add(legal, {
    factor: 'legal',
    level: 'high',
    detail: `It has to do with law: "${legal?.phrase}".`,
    recommendation: 'Answer only after the owner has seen it.',
  });
  if (triage?.type === 'inspection' && authority === undefined) {
    factors.push({
      factor: 'inspection',
      level: 'medium',
      detail: 'It is about an inspection or a permit.',
      recommendation: 'See what it asks for and by when; keep the papers at hand.',
      evidence: null,
    });
  }
  const escalation = first('escalation');
  const isComplaint = triage?.type === 'complaint';
  add(
    escalation,
    {
      factor: 'complaint',
      level: escalation !== undefined || history.thread.length >= 3 ? 'high' : 'medium',
      detail:
        escalation !== undefined
          ? `A complaint that may go further: "${escalation.phrase}".`
          : history.thread.length >= 3
            ? `A complaint with ${history.thread.length} earlier mails in its thread.`
            : 'It is a complaint.',
      recommendation: 'Have a person answer it.',
    },
    isComplaint,
  );
  const leadership = first('leadership');
  add(
    leadership,
    {
      factor: 'leadership',
      level: 'medium',
      detail: `It concerns the leadership: "${leadership?.phrase}".`,
      recommendation: null,
    },
    leadership !== undefined &&
      (triage?.category === 'staff' || isOwn(email.envelope.from, settings)),
  );
  if (triage?.type === 'call_out') {
    const soon = first('soon');
    add(
      soon,
      {
        factor: 'call_out',
        // Told at once: a gate before the notification would cost the time there is.
        level: 'medium',
        detail:
          soon === undefined
            ? 'Somebody will miss work.'
            : `Somebody will miss a shift that is near: "${soon.phrase}".`,
        recommendation: 'Find somebody for the shift.',
      },
      true,
    );
  }
  return factors;
}

function bodyOf(email: Input['email']): string {
  const written = textOf(email);
  // "See below": what is forwarded is what the mail says.
  return written.length >= 80 ? written : `${written}\n\n${textOf(email, ['forwarded'])}`;
}

function urgencyFactors({ email, results, settings, now }: Input): RiskFactor[] {
  const factors: RiskFactor[] = [];
  const add = (
    factor: string,
    level: RiskFactor['level'],
    detail: string,
    recommendation: string | null = null,
  ) => factors.push({ factor, level, detail, recommendation, evidence: null });

  const urgency = results.triage?.findings.urgency ?? 0;
  const { past, coming } = sortDeadlines(results.deadline?.findings.deadlines ?? [], {
    now,
    timezone: settings.timezone,
  });
  const tight = coming.find(({ dueAt }) => dueAt.getTime() - now.getTime() <= TIGHT_MS);
  const missed = past.find(({ deadline }) => ['payment', 'response'].includes(deadline.type));
  const tasks = results.task?.findings.tasks ?? [];
  const urgent = tasks.filter(({ priority }) => priority === 'urgent').length;
  const high = tasks.filter(({ priority }) => priority === 'high').length;

  // Whoever forges a mail presses for time: that is no advice to pass on.
  const isFraud = warningFactors(results.triage?.findings).some(({ level }) => level !== 'medium');
  // Urgent work is told of, not held up; but who presses for money may be a swindler.
  const isMoneyPressed =
    urgency >= 70 &&
    tight !== undefined &&
    !isOwn(email.envelope.from, settings) &&
    results.triage?.findings.category !== 'customer' &&
    tasks.some(({ priority, category }) => priority === 'urgent' && category === 'accounting');
  if (urgency >= 90) add('urgency', 'high', `Its urgency is ${urgency} of 100.`);
  else if (urgency >= 70) add('urgency', 'medium', `Its urgency is ${urgency} of 100.`);
  if (urgent > 0) {
    add(
      'urgent_task',
      isMoneyPressed ? 'high' : 'medium',
      urgent === 1 ? 'It asks for something urgent.' : `It asks for ${urgent} urgent things.`,
      isFraud ? null : 'Give the urgent work to somebody now.',
    );
  }
  if (high > 0) {
    add(
      'high_task',
      'medium',
      high === 1
        ? 'It asks for something of high priority.'
        : `It asks for ${high} things of high priority.`,
    );
  }
  if (tight !== undefined) {
    add(
      'tight_deadline',
      'medium',
      `A deadline ends within 24 hours, on ${tight.deadline.date}.`,
      isFraud ? null : `Act on it by ${tight.deadline.date}.`,
    );
  }
  if (missed !== undefined) {
    add(
      'missed_deadline',
      'medium',
      `A ${missed.deadline.type} was due on ${missed.deadline.date}.`,
      isFraud ? null : 'Check whether it has been dealt with.',
    );
  }
  return factors;
}

const MANY_FAILURES = 3;

function historyFactors({ history }: Input): RiskFactor[] {
  const factors: RiskFactor[] = [];
  const { vendor, recentFailures, lookalikeOf } = history;
  if (lookalikeOf !== null) {
    factors.push({
      factor: 'lookalike_vendor',
      level: 'critical',
      detail: `The sender's domain looks like ${lookalikeOf} of a vendor we know, but is not it.`,
      recommendation: 'Do not answer or pay; ask the vendor at the address you already had.',
      evidence: null,
    });
  }
  if (vendor?.reliability.rating === 'poor') {
    factors.push({
      factor: 'poor_vendor',
      level: 'medium',
      detail: `Of ${vendor.reliability.n} things observed the vendor kept ${vendor.reliability.kept}.`,
      recommendation: 'Do not rely on dates of this vendor without asking again.',
      evidence: null,
    });
  }
  if (recentFailures >= MANY_FAILURES) {
    factors.push({
      factor: 'recent_failures',
      level: 'medium',
      detail: `${recentFailures} mails of this domain could not be processed in the last 24 hours.`,
      recommendation: 'Look through the failed mails of this sender.',
      evidence: null,
    });
  }
  return factors;
}

function failureFactors(input: Input): RiskFactor[] {
  const missing = missingAgents(input);
  if (missing.length === 0) return [];
  return [
    {
      factor: 'failed_agents',
      // Without triage nobody knows what it is.
      level: missing.includes('triage') ? 'high' : 'medium',
      detail: `Not everything could be read; without a result: ${missing.join(', ')}.`,
      recommendation: 'Read the mail yourself.',
      evidence: null,
    },
  ];
}
