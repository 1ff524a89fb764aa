import type { Deadline } from '@deskbell/protocol';
import { dayOf, sayDay, timeOfDay } from '../../ui/time-words.ts';
import { daysBetween, sayDayOf } from '../tasks/days.ts';
import { dayOfDeadline } from './calendar-grid.ts';

type Timed = Pick<Deadline, 'date' | 'time' | 'timezone' | 'due_at' | 'status'>;

export interface DeadlineState {
  text: string;
  tone: 'neutral' | 'good' | 'warning' | 'bad';
}

/** Also of what has passed since it was read. */
export const isOverdue = (
  { status, due_at }: Pick<Timed, 'status' | 'due_at'>,
  now: Date,
): boolean => status === 'scheduled' && Date.parse(due_at) < now.getTime();

/** How a deadline stands now, in a few words. */
export function sayState(
  deadline: Timed,
  { now, timeZone }: { now: Date; timeZone: string },
): DeadlineState {
  if (deadline.status === 'done') return { text: 'done', tone: 'good' };
  if (deadline.status === 'cancelled') return { text: 'cancelled', tone: 'neutral' };
  const days = daysBetween(dayOf(now, timeZone), dayOfDeadline(deadline, timeZone));
  if (isOverdue(deadline, now)) {
    const since = ['overdue since today', 'overdue since yesterday'][-days];
    return { text: since ?? `${Math.max(1, -days)} days overdue`, tone: 'bad' };
  }
  if (days <= 0) return { text: 'today', tone: 'warning' };
  return days === 1
    ? { text: 'tomorrow', tone: 'warning' }
    : { text: `in ${days} days`, tone: 'neutral' };
}

/** `2:00 PM`; 'All day' without a time. In another zone than the business's it names it. */
export function sayTime(
  { time, timezone, due_at }: Pick<Timed, 'time' | 'timezone' | 'due_at'>,
  timeZone: string,
): string {
  if (time === null) return 'All day';
  const here = timeOfDay(new Date(due_at), timeZone);
  return timezone === timeZone ? here : `${here} (${time} in ${cityOf(timezone)})`;
}

/** `Thu, May 14, 2:00 PM` on the business's clock. */
export function sayMoment(
  deadline: Timed,
  { today, timeZone }: { today: string; timeZone: string },
): string {
  const day = sayDayOf(dayOfDeadline(deadline, timeZone), today);
  return deadline.time === null ? day : `${day}, ${sayTime(deadline, timeZone)}`;
}

/** `America/New_York` to `New York`. */
export const cityOf = (timezone: string): string =>
  (timezone.split('/').at(-1) ?? timezone).replaceAll('_', ' ');

/** `Thu, May 14: 2 deadlines, 1 overdue`: what a day of the calendar says to those who do not see it. */
export function sayCalendarDay(day: string, deadlines: readonly Timed[], now: Date): string {
  const name = `${sayDay(day)}, ${day.slice(0, 4)}`;
  if (deadlines.length === 0) return `${name}: no deadlines`;
  const count = deadlines.length === 1 ? '1 deadline' : `${deadlines.length} deadlines`;
  const overdue = deadlines.filter((deadline) => isOverdue(deadline, now)).length;
  return overdue === 0 ? `${name}: ${count}` : `${name}: ${count}, ${overdue} overdue`;
}
