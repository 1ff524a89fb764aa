import type { Task } from '@deskbell/protocol';
import { daysBetween } from './days.ts';

export interface DueWords {
  text: string;
  isOverdue: boolean;
}

export const isOpen = ({ status }: Pick<Task, 'status'>): boolean =>
  status === 'open' || status === 'in_progress';

/** How a task's day stands to today, in words; undefined where that says nothing. */
export function sayDue(
  task: Pick<Task, 'status' | 'due_date'>,
  today: string,
): DueWords | undefined {
  if (task.due_date === null || !isOpen(task)) return undefined;
  const days = daysBetween(today, task.due_date);
  if (days < 0) {
    return {
      text: days === -1 ? 'overdue since yesterday' : `${-days} days overdue`,
      isOverdue: true,
    };
  }
  if (days > 14) return undefined;
  const words = ['due today', 'due tomorrow'];
  return { text: words[days] ?? `in ${days} days`, isOverdue: false };
}
