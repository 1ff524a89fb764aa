import type { LocalTime } from '@deskbell/clerk';
import type { GetEmailResult } from '../../tools/tool-results.ts';
import { count, number } from '../wording/counts.ts';
import { localMoment } from '../wording/days.ts';
import { plainText, quoted } from '../wording/quote-text.ts';
import { deadlineRow, reasonOf, reviewReasons, senderOf, taskRow } from '../wording/rows.ts';

const MOST = 8;

/** The whole story of a mail: what came in, what the agents made of it, and what came of it. */
export function sayStory(email: GetEmailResult, now: LocalTime): string {
  return [
    sayArrival(email, now),
    sayReading(email),
    sayTasks(email, now),
    sayDeadlines(email, now),
    sayReview(email),
    sayNotifications(email),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** A name with its address; only the address when there is no name. */
export function fullSender(email: GetEmailResult): string {
  const name = senderOf(email);
  const address = plainText(email.sender, 80);
  return name === address || address === '' ? name : `${name} (${address})`;
}

export function sayArrival(email: GetEmailResult, { today }: LocalTime): string {
  const from = fullSender(email);
  const execution = email.execution_ref === null ? '' : ` ${email.execution_ref}`;
  const state =
    email.status === 'failed'
      ? `Its processing${execution} failed${endOf(reasonOf(email.error_message))}`
      : `Its processing${execution} is ${email.status}.`;
  const kind = [
    email.category === null ? '' : `category ${email.category}`,
    email.urgency === null ? '' : `urgency ${number(email.urgency)} of 100`,
    email.risk === null ? '' : `risk ${email.risk}`,
    email.vendor === null ? '' : `vendor ${quoted(email.vendor)}`,
    email.attachments.length === 0 ? '' : count(email.attachments.length, 'attachment'),
  ].filter((part) => part !== '');
  return `${quoted(email.subject)} ${email.ref} came in ${localMoment(email.received_local, today)} from ${from}. ${state}${kind.length === 0 ? '' : ` It is filed as ${kind.join(', ')}.`}`;
}

const endOf = (reason: string): string => (reason === '' ? '.' : `: ${reason}.`);

function sayReading({ summary, recommendations, text, is_text_cut }: GetEmailResult): string {
  if (summary !== null && plainText(summary) !== '') {
    const advice = recommendations.slice(0, 5).map((entry) => `- ${plainText(entry, 200)}`);
    return `What the agents made of it: ${plainText(summary, 600)}${advice.length === 0 ? '' : `\n${advice.join('\n')}`}`;
  }
  const begin = quoted(plainText(text, 400).replace(/…$/, ''), '');
  return begin === ''
    ? ''
    : `It begins: ${is_text_cut ? begin.replace(/”$/, '…”').replace(/……”$/, '…”') : begin}`;
}

export function sayTasks({ tasks }: GetEmailResult, now: LocalTime): string {
  if (tasks.length === 0) return '';
  const rows = tasks.slice(0, MOST).map((task) => `- ${taskRow(task, now)}`);
  return `${count(tasks.length, 'task')} came of it:\n${rows.join('\n')}`;
}

export function sayDeadlines({ deadlines }: GetEmailResult, now: LocalTime): string {
  if (deadlines.length === 0) return '';
  const rows = deadlines.slice(0, MOST).map((deadline) => `- ${deadlineRow(deadline, now)}`);
  return `${count(deadlines.length, 'deadline')} in it:\n${rows.join('\n')}`;
}

export function sayReview({ review }: GetEmailResult): string {
  if (review === null) return '';
  const reasons = reviewReasons(review);
  const state = review.status === 'pending' ? 'is waiting for a decision' : `was ${review.status}`;
  return `Its review ${review.execution_ref} ${state}${reasons === '' ? '' : `, because: ${reasons}`}.`;
}

function sayNotifications({ notifications }: GetEmailResult): string {
  if (notifications.length === 0) return '';
  const said = notifications
    .slice(0, MOST)
    .map(({ channel, status, subject }) => `${quoted(subject)} (${channel}, ${status})`);
  return `Notifications: ${said.join(', ')}.`;
}
