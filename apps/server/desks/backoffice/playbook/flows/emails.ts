import { sayCount, sayList, upperFirst } from '@deskbell/clerk';
import type { EmailItem } from '../../tools/tool-records.ts';
import type { ListEmailsResult } from '../../tools/tool-results.ts';
import type { Query } from '../query.ts';
import { breakdown, number, total } from '../wording/counts.ts';
import { afterIn, includesToday, saidMoment, saySpan } from '../wording/days.ts';
import { filteredMail } from '../wording/filtered-mail.ts';
import { quoted } from '../wording/quote-text.ts';
import { emailRow, listing, reasonOf } from '../wording/rows.ts';
import { fullSender } from '../wording/senders.ts';
import { emailsExcept } from './emails-except.ts';
import { emailsInput } from './emails-input.ts';
import { type Flow, fetch, NOT_CHECKED, type Turn } from './flow.ts';
import { mailExceptSender } from './mail-except-sender.ts';

const STATUSES = ['completed', 'failed', 'running', 'pending', 'cancelled'] as const;

/** What mail came in, and what became of it. */
export const emails: Flow = (turn, query, room) => {
  if (query.notFrom !== undefined) return mailExceptSender(turn, query, room);
  if (query.without !== undefined) return emailsExcept(turn, query, room);
  const fetched = fetch(turn, 'list_emails', emailsInput(query, room));
  if (fetched.kind === 'open') return undefined;
  if (fetched.kind !== 'ok') return NOT_CHECKED;
  const result = fetched.value;
  const rows = result.emails.map((email) => emailRow(email, turn.now));
  if (query.aspect === 'reviews') return sayReviews(turn, query, result);
  if (query.isRiskiest && result.emails.length > 1) return sayRiskiest(turn, result);
  const [latest] = result.emails;
  if (query.limit === 1 && latest !== undefined && query.cursor === undefined) {
    return sayLatest(turn, query, latest);
  }
  return listing(sayEmails(turn, query, result), {
    rows,
    list: result,
    firstNumber: room.firstNumber,
    isCount: room.isCount,
  });
};

/** Of those of high risk the newest of critical risk, where there is one. */
function sayRiskiest({ now }: Turn, { emails, total }: ListEmailsResult): string | undefined {
  const [first] = emails;
  const riskiest = emails.find(({ risk }) => risk === 'critical') ?? first;
  if (riskiest === undefined) return undefined;
  return `Of ${number(total)} high-risk e-mails ${quoted(riskiest.subject)} ${riskiest.ref} from ${fullSender(riskiest)} has the highest risk: ${riskiest.risk ?? 'high'}. It came in ${saidMoment(riskiest.received_local, now.today)}. Ask for all high-risk mails to see the others.`;
}

/** "The last e-mail came in today at 9:15 AM: …". */
function sayLatest({ now }: Turn, query: Query, email: EmailItem): string {
  const { status, category, span } = query;
  const kind = [status, category, 'e-mail'].filter((word) => word !== undefined).join(' ');
  const reason = email.status === 'failed' ? reasonOf(email.error_message) : '';
  return `The last ${kind}${saySpan(span, now.today)} came in ${saidMoment(email.received_local, now.today)}: ${quoted(email.subject)} ${email.ref} from ${fullSender(email)}, ${email.status}${reason === '' ? '' : ` (${reason})`}.`;
}

/** "12 e-mails have come in today: 11 completed, 1 failed." and what they led to. */
export function sayEmails({ now }: Turn, query: Query, result: ListEmailsResult): string {
  const { span } = query;
  const { kind, from, isFiltered } = filteredMail(query);
  const days = saySpan(span, now.today);
  const isOpen = includesToday(span, now.today);
  if (result.total === 0) {
    return `No ${kind}${from} ${isOpen ? 'has come' : 'came'} in${afterIn(days)}${days === '' ? ' so far' : ''}.`;
  }
  const verb = isOpen ? (result.total === 1 ? 'has come' : 'have come') : 'came';
  const states = isFiltered ? '' : breakdown(result.by_status, STATUSES);
  const sentence = `${upperFirst(total(result, kind))}${from} ${verb} in${afterIn(days)}${states === '' ? '' : `: ${states}`}.`;
  return isFiltered || query.cursor !== undefined ? sentence : `${sentence}${sayOutcome(result)}`;
}

function sayOutcome(result: ListEmailsResult): string {
  const categories = breakdown(result.by_category);
  const { pending, approved, rejected } = result.reviews;
  const reviews = pending + approved + rejected;
  const made = [
    result.tasks_created > 0 && sayCount(result.tasks_created, 'task'),
    result.events_scheduled > 0 && sayCount(result.events_scheduled, 'calendar event'),
    reviews > 0 && `${sayCount(reviews, 'review')}${pending > 0 ? ` (${pending} pending)` : ''}`,
  ].filter((entry) => entry !== false);
  return `${categories === '' ? '' : ` By category: ${categories}.`}${made.length === 0 ? '' : ` What came of them: ${sayList(made)}.`}`;
}

function sayReviews({ now }: Turn, { span }: Query, { reviews }: ListEmailsResult): string {
  const days = saySpan(span, now.today);
  const states = breakdown(reviews, ['pending', 'approved', 'rejected']);
  return states === ''
    ? `No mail that came in${afterIn(days)} needed a review.`
    : `Reviews of mail that came in${afterIn(days)}: ${states}.`;
}
