import { localDay } from '../../../platform/business-day.ts';
import { MOST_COUNTED } from '../../vendors/history-limits.ts';
import type { AgentInputs, HistoryCount } from '../agent.ts';
import type { TriageFindings } from '../findings.ts';
import { sortDeadlines } from './deadlines-at.ts';
import { missingAgents } from './missing-agents.ts';
import type { RiskFactor } from './risk-factors.ts';

type Input = AgentInputs['context'];

/**
 * Two to four plain sentences on what a mail is and what follows from it. Numbers and days are those
 * of the findings; of the mail itself there are only short quoted fragments.
 */
export function describeMail(
  input: Input,
  { risk, factors }: { risk: string; factors: readonly RiskFactor[] },
): string {
  return [whatItIs(input), whatWasFound(input), riskSentence(risk, factors), threadSentence(input)]
    .filter((sentence) => sentence !== '')
    .join(' ')
    .slice(0, 2_000);
}

const typeNames: Record<TriageFindings['type'], string> = {
  invoice: 'An invoice',
  payment: 'A mail on a payment',
  delivery: 'A mail on a delivery',
  contract: 'A mail on a contract',
  insurance: 'A mail on insurance',
  inspection: 'A mail on an inspection or a permit',
  schedule: 'A mail on the schedule',
  call_out: 'A call-out',
  booking: 'A mail on a booking',
  inquiry: 'An inquiry',
  complaint: 'A complaint',
  praise: 'Praise',
  report: 'A report',
  alert: 'An alert',
  newsletter: 'A newsletter',
  auto_reply: 'An automatic reply',
  bounce: 'A report of a mail that was not delivered,',
  phishing: 'What looks like phishing,',
  other: 'A mail',
};

function whatItIs({ email, results }: Input): string {
  const sender = quote(email.envelope.from.name || email.envelope.from.address || 'nobody named');
  const subject = quote(email.envelope.subject, 80);
  const about = email.envelope.subject.trim() === '' ? 'without a subject' : `about ${subject}`;
  const triage = results.triage?.findings;
  if (triage === undefined) return `A mail from ${sender} ${about}; triage came to no result.`;
  return `${typeNames[triage.type]} from ${sender} (${triage.category}) ${about}, urgency ${triage.urgency} of 100.`;
}

function whatWasFound(input: Input): string {
  const { results, now, settings } = input;
  const parts: string[] = [];
  const invoice = results.vision?.findings.invoice_data;
  if (invoice != null) {
    const number = invoice.number === null ? '' : ` ${quote(invoice.number, 40)}`;
    const total =
      invoice.total_cents === null
        ? ''
        : ` for ${formatCents(invoice.total_cents)}${invoice.currency === null ? '' : ` ${invoice.currency}`}`;
    parts.push(`the invoice${number}${total}${invoice.due === null ? '' : `, due ${invoice.due}`}`);
  }
  const tasks = results.task?.findings.tasks;
  if (tasks !== undefined && tasks.length > 0) parts.push(countOf(tasks.length, 'task'));
  const { past, coming } = sortDeadlines(results.deadline?.findings.deadlines ?? [], {
    now,
    timezone: settings.timezone,
  });
  const next = coming[0];
  if (next !== undefined) {
    parts.push(
      `${countOf(coming.length, 'coming deadline')}${coming.length === 1 ? '' : ', the next'} on ${next.deadline.date}`,
    );
  }
  const last = past[0];
  if (last !== undefined) {
    parts.push(
      `${countOf(past.length, 'date')} already past${past.length === 1 ? ':' : ', the latest'} ${last.deadline.date}`,
    );
  }
  const missing = missingAgents(input);
  if (missing.length > 0) {
    const without = `Without a result: ${missing.join(', ')}.`;
    return parts.length === 0 ? without : `Found in it: ${parts.join('; ')}. ${without}`;
  }
  return parts.length === 0
    ? 'It asks for nothing and names no deadline.'
    : `Found in it: ${parts.join('; ')}.`;
}

function riskSentence(risk: string, factors: readonly RiskFactor[]): string {
  const weighty = factors.filter(({ level }) => level === risk);
  const named = weighty[0];
  if (named === undefined) return '';
  const others = factors.length - 1;
  const more = others === 0 ? '' : `, and ${countOf(others, 'more reason')}`;
  return `The risk is ${risk}: ${lowerFirst(named.detail).replace(/\.$/, '')}${more}.`;
}

function threadSentence({ history }: Input): string {
  const { thread } = history;
  if (thread.length === 0) return '';
  return `It continues a thread with ${thread.length >= 10 ? 'ten or more earlier mails' : countOf(thread.length, 'earlier mail')}.`;
}

/** What the last 30 days say about the sender; never empty. */
export function describeHistory({ email, results, history, settings }: Input): string {
  const { fromSender, fromDomain, thread, similar, vendor } = history;
  const sentences = [
    fromSender.mails === 0
      ? 'No mail came from this sender in the 30 days before.'
      : `In the 30 days before, ${mailsCame(fromSender)} from this sender${mostlyOf(fromSender)}${lastOf(fromSender, settings.timezone)}.`,
  ];
  // How much colleagues or customers of one provider write says nothing about this one.
  const category = results.triage?.findings.category;
  const isFirm = category !== 'staff' && category !== 'customer';
  if (isFirm && fromDomain.mails > fromSender.mails) {
    sentences.push(`From its whole domain ${mailsCame(fromDomain)}.`);
  }
  if (thread.length > 0) {
    sentences.push(`The thread has ${countOf(thread.length, 'earlier mail')}.`);
  }
  const like = similar.filter(({ emailId }) => emailId !== email.id);
  const latest = like[0];
  if (latest !== undefined) {
    sentences.push(
      `The words of its subject are in ${countOf(like.length, 'earlier mail')}${like.length === 1 ? ':' : ', the latest'} ${quote(latest.subject, 80)} of ${localDay(latest.acceptedAt, settings.timezone)}.`,
    );
  }
  if (vendor !== null) {
    const { n, kept, score, rating } = vendor.reliability;
    sentences.push(
      score === null
        ? `How reliable this vendor is cannot be said yet: ${observed(n, kept)}.`
        : `The vendor is rated ${rating} (${score.toFixed(2)}): ${kept} of ${n} things observed were kept.`,
    );
  }
  return sentences.join(' ').slice(0, 1_000);
}

function observed(n: number, kept: number): string {
  if (n === 0) return 'nothing was observed so far';
  if (n === 1) return `one thing was observed so far, and ${kept === 1 ? 'kept' : 'not kept'}`;
  return `${n} things were observed so far, ${kept} of them kept`;
}

function mailsCame({ mails }: HistoryCount): string {
  if (mails >= MOST_COUNTED) return `${MOST_COUNTED} or more mails came`;
  return mails === 1 ? '1 mail came' : `${mails} mails came`;
}

function mostlyOf({ categories, mails }: HistoryCount): string {
  const [most] = Object.entries(categories).sort((a, b) => b[1] - a[1]);
  if (mails < 2 || most === undefined || most[1] * 2 <= mails) return '';
  return `, ${most[1] === mails ? 'all' : 'most'} of them ${most[0]} mail`;
}

function lastOf({ lastAt, mails }: HistoryCount, timezone: string): string {
  if (lastAt === null) return '';
  return `${mails === 1 ? ',' : ', the last'} on ${localDay(lastAt, timezone)}`;
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A fragment of somebody else's words, marked as such and on one line. */
function quote(text: string, most = 60): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .replace(/["“”]/g, "'")
    .trim();
  const short = line.length > most ? `${line.slice(0, most - 1).toWellFormed()}…` : line;
  return `"${short}"`;
}

function formatCents(cents: number): string {
  return (cents / 100).toFixed(2);
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
