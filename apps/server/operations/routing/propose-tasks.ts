import { isCalendarDate } from '../../platform/calendar-date.ts';
import type { FoundTask } from '../agents/findings.ts';
import type { ProposedAction } from './action.ts';
import { plainLine, storableText } from './plain-line.ts';

type TaskAction = Extract<ProposedAction, { kind: 'create_task' }>;

/**
 * One action per task found. The key is the task's place among the findings, so that the same
 * findings give the same keys; what was found twice is proposed once.
 */
export function proposeTasks(tasks: readonly FoundTask[]): TaskAction[] {
  const seen = new Set<string>();
  return tasks.flatMap((task, index): TaskAction[] => {
    const title = plainLine(task.title, 160);
    const dueDate = task.due_date !== null && isCalendarDate(task.due_date) ? task.due_date : null;
    const assignee = task.assignee === null ? '' : plainLine(task.assignee, 100);
    const same = [title.toLowerCase(), assignee.toLowerCase(), dueDate].join('\n');
    if (title === '' || seen.has(same)) return [];
    seen.add(same);
    const payload: TaskAction['payload'] = {
      title,
      description: storableText(task.description, 1_000),
      priority: task.priority,
      assignee: assignee === '' ? null : assignee,
      category: plainLine(task.category, 60),
      due_date: dueDate,
      quote: storableText(task.quote, 300),
    };
    return [{ kind: 'create_task', actionKey: `task:${index}`, payload }];
  });
}
