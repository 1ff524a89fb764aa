import type { LocalTime } from '@deskbell/clerk';
import type {
  DeadlineItem,
  EmailItem,
  ExecutionItem,
  Listed,
  ReviewItem,
  TaskItem,
} from '../../tools/tool-results.ts';
import { number } from './counts.ts';
import { localMoment, shortDay } from './days.ts';
import { plainText, quoted } from './quote-text.ts';

/** A numbered list, one line per entry; staff point at it by its numbers. */
export const numbered = (rows: readonly string[], first = 1): string =>
  rows.map((row, index) => `${first + index}. ${row}`).join('\n');

/** A sentence and its list, and how to see the rest. */
export function listing(
  sentence: string,
  { rows, list, firstNumber }: { rows: readonly string[]; list: Listed; firstNumber: number },
): string {
  if (rows.length === 0) return sentence;
  const left = list.total - (firstNumber - 1) - rows.length;
  const more =
    list.next_cursor === null
      ? ''
      : left > 0
        ? `\n…and ${list.is_more_than_total ? 'at least ' : ''}${number(left)} more: say "more".`
        : '\n…and more: say "more".';
  return `${sentence}\n\n${numbered(rows, firstNumber)}${more}`;
}

const parts = (...entries: (string | false | null | undefined)[]): string =>
  entries.filter((entry) => typeof entry === 'string' && entry !== '').join(', ');

export const senderOf = ({
  sender,
  sender_name,
}: {
  sender: string;
  sender_name?: string;
}): string => {
  const name = plainText(sender_name ?? '', 60);
  return name === '' ? plainText(sender, 80) || 'an unknown sender' : name;
};

/** A reason in our own words, without its full stop. */
export const reasonOf = (message: string | null, code?: string | null): string => {
  const said = plainText(message ?? code?.replaceAll('_', ' ') ?? '', 200);
  return said.replace(/[.!]+$/, '');
};

export const emailRow = (email: EmailItem, { today }: LocalTime): string => {
  const reason = email.status === 'failed' ? reasonOf(email.error_message) : '';
  return `${quoted(email.subject)} ${email.ref} from ${parts(
    senderOf(email),
    localMoment(email.received_local, today),
    email.status + (reason === '' ? '' : ` (${reason})`),
    (email.risk === 'high' || email.risk === 'critical') && `${email.risk} risk`,
  )}`;
};

export const executionRow = (execution: ExecutionItem, { today }: LocalTime): string => {
  const reason =
    execution.status === 'failed' ? reasonOf(execution.error_message, execution.error_code) : '';
  return `${quoted(execution.subject)} ${execution.ref} from ${parts(
    senderOf(execution),
    localMoment(execution.accepted_local, today),
    execution.status + (reason === '' ? '' : ` (${reason})`),
    execution.attempts > 1 && `${execution.attempts} attempts`,
  )}`;
};

export const taskRow = (task: TaskItem, { today }: LocalTime): string =>
  `${quoted(task.title, '(no title)')} ${task.ref}, ${parts(
    `${task.priority} priority`,
    task.due_date === null ? 'no due date' : `due ${shortDay(task.due_date, today)}`,
    task.is_overdue && 'overdue',
    task.status !== 'open' && task.status.replace('_', ' '),
    task.assignee !== null && plainText(task.assignee, 60),
  )}`;

export const deadlineRow = (deadline: DeadlineItem, { today }: LocalTime): string =>
  `${quoted(deadline.title, '(no title)')} ${deadline.email_ref}, ${parts(
    deadline.type === 'other' ? undefined : deadline.type,
    `${shortDay(deadline.date, today)}${deadline.time === null ? '' : ` at ${deadline.time}`}`,
    deadline.status !== 'scheduled' && deadline.status,
    deadline.is_over && deadline.status === 'scheduled' && 'over',
  )}`;

export const reviewReasons = (review: ReviewItem): string =>
  review.reasons
    .map(({ detail, code }) => reasonOf(detail, code))
    .filter((reason) => reason !== '')
    .join('; ');
