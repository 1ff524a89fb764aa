import { type LocalTime, sayCount, sayList } from '@deskbell/clerk';
import type { GetEmailResult } from '../../tools/tool-results.ts';
import type { Facet } from '../query.ts';
import { saidMoment, sayFullDay } from '../wording/days.ts';
import { plainText, quoted } from '../wording/quote-text.ts';
import { reviewReasons } from '../wording/reasons.ts';
import { reasonOf } from '../wording/rows.ts';
import { fullSender } from '../wording/senders.ts';
import { sayAmount } from './amount.ts';
import { quotesOf } from './quote-about.ts';
import {
  nameOf,
  quotedText,
  sayAdvice,
  sayDeadline,
  sayDeadlines,
  sayProcessing,
  sayReview,
  sayTasks,
} from './story.ts';

/** One thing about a mail; of a task's mail, about that task where it can be. */
export function sayFacet(
  facet: Exclude<Facet, 'story'>,
  email: GetEmailResult,
  { id, now, asked }: { id: string; now: LocalTime; asked: string },
): string {
  const named = nameOf(email);
  switch (facet) {
    case 'sender':
      return [
        `${named} came from ${fullSender(email)}, addressed to ${plainText(email.recipient, 80)}.`,
        // Whoever asks for the sender's address may be about to answer.
        email.review?.reasons.some(({ code }) => code === 'reply_to_mismatch')
          ? sayReview(email.review)
          : '',
      ]
        .join(' ')
        .trim();
    case 'amount':
      return sayAmount(email);
    case 'recipient':
      return `${named} was sent to ${plainText(email.recipient, 80)}.`;
    case 'arrival':
      return `${named} came in ${saidMoment(email.received_local, now.today)}.`;
    case 'due':
      return withHours(
        sayDue(/\bdue\b/.test(asked) ? email : withEventsFirst(email), { id, now }),
        { email, asked },
      );
    case 'todo':
      return sayToDo(email, now);
    case 'assignee':
      return sayAssignees(email, id);
    case 'attachments':
      return email.attachments.length === 0
        ? `${named} has no attachments.`
        : `${named} has ${sayCount(email.attachments.length, 'attachment')}: ${sayList(email.attachments.slice(0, 10).map(({ filename }) => quoted(filename, '(no name)')))}.`;
    case 'tasks':
      return email.tasks.length === 0
        ? `No task came of ${named}.`
        : `${named}: ${sayTasks(email, now)}`;
    case 'text': {
      const text = quotedText(email.text, { longest: 900, isCut: email.is_text_cut });
      return text === ''
        ? `${named} has no text.`
        : `${named} from ${fullSender(email)} says${email.is_text_cut ? ' at its beginning' : ''}: ${text}`;
    }
    case 'review':
      return email.review === null
        ? `${named} has no review.`
        : `${named} from ${fullSender(email)}. ${sayReview(email.review)}`;
    case 'answered':
      return `I only see mail that came in, so I can't tell whether ${/\b(?:pa(?:y|id)|settled?)\b/.test(asked) ? `${named} was paid` : `somebody answered ${named}`}. ${email.tasks.length === 0 ? 'No task came of it.' : sayTasks(email, now)}`;
    case 'advice':
      return sayWarning(email, now);
    case 'weight':
      return `${sayWeight(email)}${/\burgen|\bimportan|\bpriorit/.test(asked) ? sayRanks(email) : ''}`;
    case 'status':
      return [
        email.status === 'completed'
          ? `${named} has been read and worked on.`
          : `${named}: ${sayProcessing(email)}`,
        sayReview(email.review),
        email.tasks.length === 0 ? 'No task came of it.' : sayTasks(email, now),
      ]
        .filter((part) => part !== '')
        .join(' ');
    case 'failure':
    case 'agents': {
      const reason = email.status === 'failed' ? reasonOf(email.error_message) : '';
      const state = email.status === 'failed' ? 'has failed' : `is ${email.status}`;
      return `${named} ${state}${reason === '' ? '' : `: ${reason}`}.${email.review === null ? '' : ` ${sayReview(email.review)}`}`;
    }
  }
}

const taskOf = (email: GetEmailResult, id: string) => {
  const group = /([0-9a-f]{12})\]?$/.exec(id)?.[1];
  return /^\[?task:/.test(id) && group !== undefined
    ? email.tasks.find(({ ref }) => ref.includes(group))
    : undefined;
};

/** "When is the inspection?" asks for what takes place before what is due for it. */
const withEventsFirst = (email: GetEmailResult): GetEmailResult => ({
  ...email,
  deadlines: [
    ...email.deadlines.filter(({ type }) => type === 'event'),
    ...email.deadlines.filter(({ type }) => type !== 'event'),
  ],
});

function sayDue(email: GetEmailResult, { id, now }: { id: string; now: LocalTime }): string {
  const task = taskOf(email, id);
  if (task?.due_date === null) {
    // What it is for may have a day.
    const dates = sayDeadlines(email, now);
    const none = `${quoted(task.title)} ${task.ref} has no due date.`;
    return dates === '' ? none : `${none} In its mail ${nameOf(email)}: ${dates}`;
  }
  if (task !== undefined) {
    return `${quoted(task.title)} ${task.ref} ${task.is_overdue ? 'was' : 'is'} due ${sayFullDay(task.due_date, now.today)}${task.is_overdue ? ' and is overdue' : ''}.`;
  }
  // What waits for a decision has no dates yet, and may be a forgery.
  const pending = email.review?.status === 'pending' ? sayReview(email.review) : '';
  const rest = [sayTasks(email, now), pending].filter((part) => part !== '');
  const [only] = email.deadlines;
  if (only !== undefined && email.deadlines.length === 1) {
    const date = `${nameOf(email)} has one date, ${sayDeadline(only, email.subject, now)}`;
    return [date, ...rest].join('\n\n');
  }
  const dates = sayDeadlines(email, now);
  if (dates === '') {
    const quotes = quotesOf(email.text, DAYS, MOST_QUOTES);
    const said =
      quotes.length > 0
        ? `${nameOf(email)} says: ${quotes.join(' ')}`
        : `Nothing with a date came of ${nameOf(email)} from ${fullSender(email)}; it came in ${saidMoment(email.received_local, now.today)}.`;
    return [said, ...rest].join('\n\n');
  }
  return `${nameOf(email)}: ${[dates, ...rest].filter((part) => part !== '').join('\n\n')}`;
}

const ASKS_HOUR = /\b(?:times?|hours?|o'clock|how early|how late)\b/;
const HOUR = /\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b|\b\d{1,2}:\d\d\b|\bnoon\b|\bmidnight\b/i;

/** Asked for the hour, what the mail says of hours is told where the dates have none. */
function withHours(
  said: string,
  { email, asked }: { email: GetEmailResult; asked: string },
): string {
  if (!ASKS_HOUR.test(asked) || HOUR.test(said)) return said;
  const quotes = quotesOf(email.text, HOUR, MOST_QUOTES);
  return quotes.length === 0 ? said : `${said}\n\nIt says: ${quotes.join(' ')}`;
}

const MOST_QUOTES = 3;
/** Words by which a sentence names a day or a time. */
export const DAYS =
  /\b(?:today|tonight|tomorrow|noon|midnight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|febr)uary|march|april|june|july|august|(?:septem|octo|novem|decem)ber|\d{1,2}(?::\d\d)? ?[ap]m|within|weekend|(?:this|next|the) (?:week|month|year)|right (?:away|now)|immediately|asap|\d{1,2}\/\d{1,2})\b/i;

function sayToDo(email: GetEmailResult, now: LocalTime): string {
  const pending = email.review?.status === 'pending' ? sayReview(email.review) : '';
  const parts = [
    pending,
    sayTasks(email, now),
    sayDeadlines(email, now),
    sayAdvice(email, now),
  ].filter((part) => part !== '');
  if (parts.length === 0)
    return `Nothing is to be done about ${nameOf(email)}: no task came of it.`;
  return `About ${nameOf(email)}: ${parts.join('\n\n')}`;
}

function sayAssignees(email: GetEmailResult, id: string): string {
  const task = taskOf(email, id);
  const list = task === undefined ? email.tasks : [task];
  if (list.length === 0) return `No task came of ${nameOf(email)}, so nobody is assigned.`;
  return list
    .slice(0, 8)
    .map(
      ({ title, ref, assignee }) =>
        `${quoted(title)} ${ref} is assigned to ${assignee === null ? 'nobody' : plainText(assignee, 60)}.`,
    )
    .join('\n');
}

/** Whether to pay or trust it: what the review says comes first. */
function sayWarning(email: GetEmailResult, now: LocalTime): string {
  const { review, risk } = email;
  const who = `${nameOf(email)} from ${fullSender(email)}`;
  if (review?.status === 'pending' || review?.status === 'rejected') {
    const reasons = reviewReasons(review).join('; ');
    const state =
      review.status === 'pending' ? 'is waiting for a decision' : 'was rejected in its review';
    return [
      `Careful, not before somebody has checked it: ${who} ${state} ${review.execution_ref}${reasons === '' ? '' : `, because: ${reasons}`}.`,
      sayAdvice(email, now),
    ]
      .filter((part) => part !== '')
      .join(' ');
  }
  const isRisky = risk === 'high' || risk === 'critical';
  const first = isRisky
    ? `Careful: the risk of ${who} is ${risk}.`
    : `The agents saw nothing wrong with ${who}${risk === null ? '' : `; its risk is ${risk}`}. The decision is yours.`;
  const state = review === null ? '' : sayReview(review);
  return [[first, state].filter((part) => part !== '').join(' '), sayDeadlines(email, now)]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** How urgent its tasks are, which were ranked by themselves. */
const sayRanks = ({ tasks }: GetEmailResult): string =>
  tasks
    .slice(0, MOST_RANKED)
    .map(
      ({ title, ref, priority }) => ` Its task ${quoted(title)} ${ref} has ${priority} priority.`,
    )
    .join('');

const MOST_RANKED = 3;
const RISK_SENTENCE = /The risk is (?:low|medium|high|critical): [^.]{1,300}/;

/** Why it is urgent or risky, as far as it was said. */
function sayWeight(email: GetEmailResult): string {
  const { urgency, risk, review } = email;
  const measured = [
    urgency === null ? '' : `its urgency is ${urgency} of 100`,
    risk === null ? '' : `its risk is ${risk}`,
  ].filter((part) => part !== '');
  if (measured.length === 0) return `${nameOf(email)} has not been rated: it is ${email.status}.`;
  const why =
    review === null
      ? plainText(RISK_SENTENCE.exec(email.summary ?? '')?.[0] ?? '', 300)
          .replace(/^[^:]*: /, '')
          .replace(/, and \d+ more reasons?$/, '')
      : reviewReasons(review).join('; ');
  return `${nameOf(email)} from ${fullSender(email)}: ${measured.join(', ')}.${why === '' ? '' : ` The reasons: ${why}.`}`;
}
