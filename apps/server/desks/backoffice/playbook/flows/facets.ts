import { type LocalTime, sayList } from '@deskbell/clerk';
import type { GetEmailResult } from '../../tools/tool-results.ts';
import type { Facet } from '../query.ts';
import { count } from '../wording/counts.ts';
import { localMoment, sayFullDay } from '../wording/days.ts';
import { plainText, quoted } from '../wording/quote-text.ts';
import { reasonOf } from '../wording/rows.ts';
import { fullSender, sayDeadlines, sayReview, sayTasks } from './story.ts';

const nameOf = (email: GetEmailResult): string => `${quoted(email.subject)} ${email.ref}`;

/** One thing about a mail; of a task's mail, about that task where it can be. */
export function sayFacet(
  facet: Exclude<Facet, 'story'>,
  email: GetEmailResult,
  { id, now }: { id: string; now: LocalTime },
): string {
  const named = nameOf(email);
  switch (facet) {
    case 'sender':
      return `${named} came from ${fullSender(email)}, addressed to ${plainText(email.recipient, 80)}.`;
    case 'arrival':
      return `${named} came in ${localMoment(email.received_local, now.today)}.`;
    case 'due':
      return sayDue(email, { id, now });
    case 'assignee':
      return sayAssignees(email, id);
    case 'attachments':
      return email.attachments.length === 0
        ? `${named} has no attachments.`
        : `${named} has ${count(email.attachments.length, 'attachment')}: ${sayList(email.attachments.slice(0, 10).map(({ filename }) => quoted(filename, '(no name)')))}.`;
    case 'tasks':
      return email.tasks.length === 0
        ? `No task came of ${named}.`
        : `${named}: ${sayTasks(email, now)}`;
    case 'text': {
      const text = quoted(plainText(email.text, 900).replace(/…$/, ''), '');
      return text === ''
        ? `${named} has no text.`
        : `${named} says${email.is_text_cut ? ' at its beginning' : ''}: “${plainText(email.text, 900).replace(/[“”„"]/g, "'")}”`;
    }
    case 'review':
      return email.review === null ? `${named} has no review.` : `${named}. ${sayReview(email)}`;
    case 'failure':
    case 'agents':
    case 'status': {
      const reason = email.status === 'failed' ? reasonOf(email.error_message) : '';
      return `${named} is ${email.status}${reason === '' ? '' : `: ${reason}`}.${email.review === null ? '' : ` ${sayReview(email)}`}`;
    }
  }
}

const taskOf = (email: GetEmailResult, id: string) => {
  const group = /([0-9a-f]{12})\]?$/.exec(id)?.[1];
  return /^\[?task:/.test(id) && group !== undefined
    ? email.tasks.find(({ ref }) => ref.includes(group))
    : undefined;
};

function sayDue(email: GetEmailResult, { id, now }: { id: string; now: LocalTime }): string {
  const task = taskOf(email, id);
  if (task !== undefined) {
    return task.due_date === null
      ? `${quoted(task.title)} ${task.ref} has no due date.`
      : `${quoted(task.title)} ${task.ref} ${task.is_overdue ? 'was' : 'is'} due ${sayFullDay(task.due_date, now.today)}${task.is_overdue ? ' and is overdue' : ''}.`;
  }
  const parts = [sayDeadlines(email, now), sayTasks(email, now)].filter((part) => part !== '');
  if (parts.length === 0) return `Nothing with a date came of ${nameOf(email)}.`;
  return `${nameOf(email)}: ${parts.join('\n\n')}`;
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
