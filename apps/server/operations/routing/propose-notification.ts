import type { AgentResults } from '../agents/agent.ts';
import type { Email } from '../mail/email.ts';
import type { ProposedAction, ReviewReason, Risk } from './action.ts';
import { notificationRules } from './notification-rules.ts';
import { plainAddress, plainLineWithoutLinks } from './plain-line.ts';

type NotificationAction = Extract<ProposedAction, { kind: 'send_notification' }>;

/** How a mail is named in our own sentences: its subject and sender, as words only. */
export interface MailLabel {
  subject: string;
  sender: string;
}

/** Stands for a subject that is empty. */
export const NO_SUBJECT = '(no subject)';

export function labelOf({ envelope }: Pick<Email, 'envelope'>): MailLabel {
  const name = plainLineWithoutLinks(envelope.from.name, 80);
  const address = plainAddress(envelope.from.address);
  const sender = [name, address && `<${address}>`].filter(Boolean).join(' ');
  return {
    subject: plainLineWithoutLinks(envelope.subject, 120) || NO_SUBJECT,
    sender: sender || 'an unknown sender',
  };
}

/** The one notification about a mail; none when no rule asks for it. */
export function proposeNotification({
  email,
  results,
  risk,
  reviewReasons,
  publicUrl,
  counts,
}: {
  email: Pick<Email, 'id' | 'envelope'>;
  results: AgentResults;
  risk: Risk;
  reviewReasons: readonly ReviewReason[];
  publicUrl: string;
  counts: { tasks: number; events: number };
}): NotificationAction[] {
  const rules = notificationRules.filter((rule) => rule.applies({ results, risk, reviewReasons }));
  const [first] = rules;
  if (first === undefined) return [];
  const { subject, sender } = labelOf(email);
  const found = [
    count(counts.tasks, 'task', 'tasks'),
    count(counts.events, 'deadline', 'deadlines'),
  ].filter((part) => part !== '');
  const lines = [
    `From: ${sender}`,
    `Subject: ${subject}`,
    '',
    `You are told of this mail because ${inWords(rules.map(({ because }) => because))}.`,
    ...(found.length === 0 ? [] : [`Found in it: ${found.join(' and ')}.`]),
    ...reviewReasons.map(({ detail }) => `To be checked: ${detail}`),
    '',
    new URL(`/staff/emails/${email.id}`, publicUrl).href,
  ];
  const label = first.urgency.charAt(0).toUpperCase() + first.urgency.slice(1);
  return [
    {
      kind: 'send_notification',
      actionKey: 'notification',
      payload: {
        subject: `${label}: ${subject}`,
        body: lines.join('\n').slice(0, 4_000),
        urgency: first.urgency,
      },
    },
  ];
}

/** 'a', 'a and b', 'a, b and c'. */
function inWords(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

function count(number: number, one: string, many: string): string {
  if (number === 0) return '';
  return `${number} ${number === 1 ? one : many}`;
}
