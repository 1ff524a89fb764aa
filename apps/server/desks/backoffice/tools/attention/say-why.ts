import { DateTime } from 'luxon';
import type {
  FailedExecution,
  PendingReview,
  ScheduledDeadline,
} from '../../../../operations/statistics/list-attention.ts';
import { localDay } from '../../../../platform/business-day.ts';
import { errorWords, reviewReasonWords } from '../../reason-words.ts';
import type { Matter } from './join-matters.ts';

const MOST_REASONS = 3;

export interface Moment {
  now: Date;
  /** Of the business. */
  timezone: string;
}

/** "Could not be read: it is too large". */
export const whyFailed = ({ errorCode }: Pick<FailedExecution, 'errorCode'>): string =>
  errorCode === null
    ? 'could not be worked on'
    : `could not be worked on: ${errorWords(errorCode)}`;

/** "Waits for a decision: it looks like phishing; risk critical". */
export function whyReview({ reasons, risk }: Pick<PendingReview, 'reasons' | 'risk'>): string {
  const words = [
    ...new Set(
      // The risk is said anyway.
      reasons.flatMap(({ code }) => (code === 'high_risk' ? [] : [reviewReasonWords(code)])),
    ),
  ];
  const more = words.length > MOST_REASONS ? ' and more' : '';
  const said = `${words.slice(0, MOST_REASONS).join(', ')}${more}`;
  return `waits for a decision${said === '' ? '' : `: ${said}`}; risk ${risk}`;
}

/** "Urgent, due today at 6:00 PM", "overdue since Wed, Nov 18". */
export function whyTask({ task, deadline }: Matter, moment: Moment): string {
  const today = localDay(moment.now, moment.timezone);
  const day = task.dueDate ?? (deadline && localDay(deadline.dueAt, moment.timezone));
  const isOneDay = deadline !== undefined && day === localDay(deadline.dueAt, moment.timezone);
  const due =
    day === undefined
      ? 'no due date'
      : isOneDay && day >= today
        ? whenDue(deadline, moment)
        : day < today
          ? `overdue since ${sayDay(day, today)}`
          : `due ${sayDay(day, today)}`;
  const alsoDue =
    deadline === undefined || isOneDay ? '' : `; deadline ${sayTime(deadline, moment)}`;
  return `${priorityOf(task)}${due}${alsoDue}`;
}

/** Unless the title says it; lower ones are no reason. */
function priorityOf({ priority, title }: Matter['task']): string {
  if (priority === 'urgent') return /\burgent/i.test(title) ? '' : 'urgent, ';
  return priority === 'high' && !/\bhigh[- ]priority/i.test(title) ? 'high priority, ' : '';
}

/** "Due tomorrow at 5:00 PM", "passed on Wed, Nov 18 without being done". */
export function whyDeadline(deadline: ScheduledDeadline, moment: Moment): string {
  if (deadline.dueAt >= moment.now) {
    return deadline.type === 'event'
      ? `takes place ${sayTime(deadline, moment)}`
      : whenDue(deadline, moment);
  }
  const today = localDay(moment.now, moment.timezone);
  const day = localDay(deadline.dueAt, moment.timezone);
  const on = /^\p{Lu}/u.test(sayDay(day, today)) ? 'on ' : '';
  return `passed ${on}${sayTime(deadline, moment)}, not marked as done`;
}

function whenDue(deadline: ScheduledDeadline, moment: Moment): string {
  return `${deadline.dueAt < moment.now ? 'was due' : 'due'} ${sayTime(deadline, moment)}`;
}

/** "Today at 6:00 PM"; without a time of its own the day alone. */
function sayTime({ dueAt, time }: ScheduledDeadline, { now, timezone }: Moment): string {
  const day = sayDay(localDay(dueAt, timezone), localDay(now, timezone));
  if (time === null) return day;
  return `${day} at ${DateTime.fromJSDate(dueAt, { zone: timezone }).setLocale('en-US').toFormat('h:mm a')}`;
}

/** "Today", "tomorrow", "yesterday", "Wed, Nov 18"; with its year when that is another. */
function sayDay(day: string, today: string): string {
  const date = DateTime.fromISO(day).setLocale('en-US');
  const days = Math.round(date.diff(DateTime.fromISO(today), 'days').days);
  const near = ['yesterday', 'today', 'tomorrow'][days + 1];
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  return near ?? date.toFormat(isThisYear ? 'ccc, LLL d' : 'ccc, LLL d, yyyy');
}
