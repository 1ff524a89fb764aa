import { type LocalTime, lowerFirst, sayCount, sayList } from '@deskbell/clerk';
import type { DeadlineItem, ReviewItem } from '../../tools/tool-records.ts';
import type { GetEmailResult } from '../../tools/tool-results.ts';
import { clockTime, saidMoment, shortDay, withPlainDays } from '../wording/days.ts';
import { plainText, quoted, unquoted } from '../wording/quote-text.ts';
import { reviewReasons } from '../wording/reasons.ts';
import { reasonOf, taskRow } from '../wording/rows.ts';
import { fullSender } from '../wording/senders.ts';

const MOST = 8;
const MOST_ADVICE = 4;

/** The whole story of a mail: what came in and what it says, then what came of it. */
export function sayStory(email: GetEmailResult, now: LocalTime): string {
  return [
    `${sayArrival(email, now)}${sayContent(email, now)}`,
    sayProcessing(email),
    sayReview(email.review),
    sayAdvice(email, now),
    sayTasks(email, now),
    sayDeadlines(email, now),
    sayRest(email),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

export const nameOf = (email: GetEmailResult): string => `${quoted(email.subject)} ${email.ref}`;

const sayArrival = (email: GetEmailResult, { today }: LocalTime): string =>
  `${nameOf(email)} came in ${saidMoment(email.received_local, today)} from ${fullSender(email)}.`;

/** Sentences of the built-in rules about a mail: what they count is said by the records. */
const BY_RULES = /, urgency \d{1,3} of 100\.|; triage came to no result\./;

function sayContent({ summary, text, is_text_cut }: GetEmailResult, now: LocalTime): string {
  if (summary !== null && plainText(summary) !== '' && !BY_RULES.test(summary)) {
    return ` In short: ${withPlainDays(plainText(summary, 600), now.today)}`;
  }
  const begin = quotedText(text, { longest: 400, isCut: is_text_cut });
  return begin === '' ? '' : ` It says: ${begin}`;
}

/** The beginning of a mail's text in quotation marks; '' when it has none. */
export function quotedText(
  text: string,
  { longest, isCut }: { longest: number; isCut: boolean },
): string {
  const plain = unquoted(text, longest);
  if (plain === '') return '';
  return `“${isCut && !plain.endsWith('…') ? `${plain}…` : plain}”`;
}

/** The work on it, where something is wrong or it is not done. */
export function sayProcessing(email: GetEmailResult): string {
  const execution = email.execution_ref === null ? '' : ` ${email.execution_ref}`;
  if (email.status === 'completed') return '';
  if (email.status !== 'failed') {
    return `Its processing${execution} is ${email.status}${email.status === 'cancelled' ? '' : ', so more may come of it'}.`;
  }
  const reason = reasonOf(email.error_message);
  return `Its processing${execution} failed${reason === '' ? '' : `: ${reason}`}.`;
}

export function sayTasks({ tasks }: GetEmailResult, now: LocalTime): string {
  if (tasks.length === 0) return '';
  const rows = tasks.slice(0, MOST).map((task) => {
    const isOpen = task.status === 'open' || task.status === 'in_progress';
    return `- ${taskRow(task, now)}${isOpen && task.assignee === null ? ', nobody assigned' : ''}`;
  });
  return `${sayCount(tasks.length, 'task')} came of it:\n${rows.join('\n')}`;
}

/** Those to come first, with what the mail calls them. */
export function sayDeadlines(email: GetEmailResult, now: LocalTime): string {
  if (email.deadlines.length === 0) return '';
  const coming = email.deadlines.filter(({ is_over }) => !is_over);
  const passed = email.deadlines.filter(({ is_over }) => is_over);
  const rows = [...coming, ...passed]
    .slice(0, MOST)
    .map((deadline) => `- ${sayDeadline(deadline, email.subject, now)}`);
  return `${sayCount(email.deadlines.length, 'date')} in it:\n${rows.join('\n')}`;
}

export function sayDeadline(deadline: DeadlineItem, subject: string, now: LocalTime): string {
  const time = deadline.time === null ? '' : ` at ${clockTime(deadline.time)}`;
  const kind = deadline.type === 'other' ? '' : ` (${deadline.type})`;
  const state =
    deadline.status !== 'scheduled' ? `, ${deadline.status}` : deadline.is_over ? ', passed' : '';
  return `${shortDay(deadline.date, now.today)}${time}${kind}${state}: ${quoted(titleOf(deadline.title, subject), '(no title)', 180)}`;
}

/** A title often begins with the subject that stands above it. */
function titleOf(title: string, subject: string): string {
  const named = `${subject.replace(/^(?:(?:re|fwd?|aw):\s{0,3})+/i, '')}: `;
  return title.startsWith(named) ? title.slice(named.length) : title;
}

export function sayReview(review: ReviewItem | null): string {
  if (review === null) return '';
  const reasons = reviewReasons(review);
  const why = reasons.length === 0 ? '' : `, because: ${reasons.join('; ')}`;
  return review.status === 'pending'
    ? `Its review ${review.execution_ref} is waiting for a decision${why}.`
    : `It needed a review ${review.execution_ref}${why}. That was ${review.status}.`;
}

export function sayAdvice({ recommendations, review }: GetEmailResult, now: LocalTime): string {
  const advice = recommendations
    .slice(0, MOST_ADVICE)
    .map((entry) => withPlainDays(plainText(entry, 200), now.today).replace(/[.!]+$/, ''))
    .filter((entry) => entry !== '')
    .map(lowerFirst);
  if (advice.length === 0) return '';
  return `${review?.status === 'pending' ? 'Until then' : 'Advised'}: ${advice.join('; ')}.`;
}

function sayRest({ attachments, notifications, review, risk }: GetEmailResult): string {
  const files = attachments.slice(0, MOST).map(({ filename }) => quoted(filename, '(no name)'));
  const told = [
    ...new Set(notifications.map(({ channel, status }) => sayChannel(channel, status))),
  ].slice(0, MOST);
  return [
    review === null && (risk === 'high' || risk === 'critical') && `Its risk is ${risk}.`,
    files.length > 0 && `${sayCount(attachments.length, 'attachment')}: ${sayList(files)}.`,
    told.length > 0 && `Staff were notified ${sayList(told)}.`,
  ]
    .filter((part) => part !== false)
    .join(' ');
}

const sayChannel = (channel: string, status: string): string =>
  channel === 'console'
    ? 'in the list of notifications'
    : `by ${channel === 'smtp' || channel === 'email' ? 'e-mail' : plainText(channel, 20)} (${plainText(status, 20)})`;
