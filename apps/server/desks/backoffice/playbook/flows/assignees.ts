import { sayList } from '@deskbell/clerk';
import type { TaskItem } from '../../tools/tool-records.ts';
import type { ListTasksResult } from '../../tools/tool-results.ts';
import { number } from '../wording/counts.ts';
import { plainText } from '../wording/quote-text.ts';

/** Who has the tasks of a list: each name with how many, and how many nobody has. */
export function sayAssignees({ tasks, total }: Pick<ListTasksResult, 'tasks' | 'total'>): string {
  if (tasks.length === 0) return '';
  const counts = new Map<string, number>();
  for (const { assignee } of tasks) {
    if (assignee !== null) counts.set(assignee, (counts.get(assignee) ?? 0) + 1);
  }
  const named = [...counts].map(([name, count]) => `${plainText(name, 60)} has ${number(count)}`);
  const unassigned = tasks.filter(({ assignee }) => assignee === null).length;
  const [first] = tasks;
  if (total === 1 && first !== undefined) {
    return first.assignee === null
      ? ' Nobody is assigned to it.'
      : ` It is assigned to ${plainText(first.assignee, 60)}.`;
  }
  const where = tasks.length < total ? 'those below' : 'these';
  if (unassigned === tasks.length) return ` Nobody is assigned to any of ${where}.`;
  const nobody = unassigned === 0 ? [] : [`nobody is assigned to ${number(unassigned)}`];
  return ` Of ${where}, ${sayList([...named, ...nobody])}.`;
}

/** A row that has no name at its end says that nobody has it. */
export const withAssignee = (row: string, { assignee }: TaskItem): string =>
  assignee === null ? `${row}, nobody assigned` : row;
