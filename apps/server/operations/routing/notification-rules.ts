import type { AgentResults } from '../agents/agent.ts';
import type { ReviewReason, Risk, Urgency } from './action.ts';

/** What a rule sees of a mail. */
export interface NotifiedMail {
  results: AgentResults;
  risk: Risk;
  reviewReasons: readonly ReviewReason[];
}

interface NotificationRule {
  /** What staff read as the reason. */
  because: string;
  urgency: Urgency;
  applies(mail: NotifiedMail): boolean;
}

const typeIs =
  (...types: string[]) =>
  ({ results }: NotifiedMail): boolean =>
    types.includes(results.triage?.findings.type ?? '');

const urgencyFrom =
  (from: number, below: number) =>
  ({ results }: NotifiedMail): boolean => {
    const urgency = results.triage?.findings.urgency ?? 0;
    return urgency >= from && urgency < below;
  };

const isReviewedFor =
  (...codes: ReviewReason['code'][]) =>
  ({ reviewReasons }: NotifiedMail): boolean =>
    reviewReasons.some(({ code }) => codes.includes(code));

/**
 * When staff are told of a mail, the most urgent first. One mail makes one notification: it has the
 * urgency of the first rule that applies, and names every one that does.
 */
export const notificationRules: readonly NotificationRule[] = [
  { because: 'it is critical', urgency: 'critical', applies: urgencyFrom(90, 101) },
  {
    because: 'the risk is critical',
    urgency: 'critical',
    applies: ({ risk }) => risk === 'critical',
  },
  { because: 'it is urgent', urgency: 'high', applies: urgencyFrom(70, 90) },
  { because: 'the risk is high', urgency: 'high', applies: ({ risk }) => risk === 'high' },
  { because: 'someone cannot come to work', urgency: 'high', applies: typeIs('call_out') },
  { because: 'it is a complaint', urgency: 'high', applies: typeIs('complaint') },
  {
    because: 'it may be fraud',
    urgency: 'high',
    applies: isReviewedFor(
      'phishing',
      'changed_bank_details',
      'lookalike_domain',
      'reply_to_mismatch',
    ),
  },
  {
    because: 'it is about an inspection or a permit',
    urgency: 'medium',
    applies: typeIs('inspection'),
  },
  {
    because: 'its invoice is not in order',
    urgency: 'medium',
    applies: isReviewedFor('duplicate_invoice', 'invoice_arithmetic'),
  },
];
