import type { LocalTime } from '@deskbell/clerk';
import type { DeadlineItem, EmailItem, ExecutionItem, TaskItem } from '../../tools/tool-records.ts';
import type { Listed } from '../../tools/tool-results.ts';
import { number } from './counts.ts';
import { clockTime, localMoment, shortDay } from './days.ts';
import { plainText, quoted } from './quote-text.ts';
import { sayError } from './reasons.ts';
import { listedSender } from './senders.ts';

/** A numbered list, one line per entry; staff point at it by its numbers. */
export const numbered = (rows: readonly string[], first = 1): string =>
  rows.map((row, index) => `${first + index}. ${row}`).join('\n');

/** What asks for the rows that a count left out. */
export const SAY_LIST = 'Say "list" to see';
/** So few are told with a count. */
const FEW = 3;

/** A sentence and its list, and how to see the rest. */
export function listing(
  sentence: string,
  {
    rows,
    list,
    firstNumber,
    isCount,
  }: {
    rows: readonly string[];
    list: Pick<Listed, 'total' | 'is_more_than_total' | 'next_cursor'>;
    firstNumber: number;
    /** Only how many was asked. */
    isCount?: boolean | undefined;
  },
): string {
  if (rows.length === 0) return sentence;
  if (isCount && (rows.length > FEW || list.next_cursor !== null)) {
    return `${sentence} ${SAY_LIST} them.`;
  }
  const left = list.total - (firstNumber - 1) - rows.length;
  const more =
    list.next_cursor === null
      ? ''
      : left > 0
        ? `\n…and ${list.is_more_than_total ? 'at least ' : ''}${number(left)} more: say "more".`
        : '\n…and more: say "more".';
  // The rows that follow need no second headline.
  const head =
    firstNumber === 1
      ? sentence
      : `${rows.length === 1 ? '' : `${number(firstNumber)} to `}${number(firstNumber + rows.length - 1)} of ${list.is_more_than_total ? 'at least ' : ''}${number(list.total)}:`;
  return `${head}\n\n${numbered(rows, firstNumber)}${more}`;
}

const parts = (...entries: (string | false | null | undefined)[]): string =>
  entries.filter((entry) => typeof entry === 'string' && entry !== '').join(', ');

/** A reason in our own words, without its full stop. */
export const reasonOf = (message: string | null, code?: string | null): string => {
  const said = plainText(message ?? (code == null ? '' : sayError(code)), 200);
  return said.replace(/[.!]+$/, '');
};

export const emailRow = (email: EmailItem, { today }: LocalTime): string => {
  const reason = email.status === 'failed' ? reasonOf(email.error_message) : '';
  return `${quoted(email.subject)} ${email.ref} from ${parts(
    listedSender(email),
    localMoment(email.received_local, today),
    email.status + (reason === '' ? '' : ` (${reason})`),
    (email.risk === 'high' || email.risk === 'critical') && `${email.risk} risk`,
  )}`;
};

export const executionRow = (execution: ExecutionItem, { today }: LocalTime): string => {
  const reason =
    execution.status === 'failed' ? reasonOf(execution.error_message, execution.error_code) : '';
  return `${quoted(execution.subject)} ${execution.ref} from ${parts(
    listedSender(execution),
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
    `${shortDay(deadline.date, today)}${deadline.time === null ? '' : ` at ${clockTime(deadline.time)}`}`,
    deadline.status !== 'scheduled' && deadline.status,
    deadline.is_over && deadline.status === 'scheduled' && 'passed',
  )}`;

/** A tool's sentence in plain words: no codes, and no start that every row has. */
export const whyOf = (why: string): string => {
  const said = plainText(why, 300).replace(/[.!]+$/, '');
  return said
    .replace(/^It waits for somebody[’']s decision; /i, '')
    .replace(/^This (task of \w+ priority) /i, '$1 ')
    .replace(/^This (deadline) /i, '$1 ');
};
