import { type Tool, ToolError } from '@deskbell/engine';
import { z } from 'zod';
import { localDay } from '../../../platform/business-day.ts';
import type { StaffMember } from '../../../platform/sign-in/staff-access.ts';
import { choiceField, inputOf, yesNoField } from '../../tool-fields.ts';
import { type BackOfficeToolOptions, defineBackOfficeTool } from './back-office-tool.ts';
import { countTasks } from './count-tasks.ts';
import { findAssignees } from './find-assignees.ts';
import { checkDays, dayField, listFields, plainField } from './inputs.ts';
import { readList } from './read-list.ts';
import { TASK_COLUMNS, toTaskItem } from './records.ts';
import { statusOf, tasksOf, timeOf } from './tasks-of.ts';

const priorities = ['low', 'medium', 'high', 'urgent'] as const;

export function createListTasks({
  database,
  timezone,
}: Pick<BackOfficeToolOptions, 'database' | 'timezone'>): Tool<StaffMember> {
  return defineBackOfficeTool({
    name: 'list_tasks',
    description:
      'Counts and lists tasks by due date, those without one last: open ones (in progress included) unless another status is asked for. Use due_from and due_to for tasks due in some days (a week runs from Monday to Sunday), is_overdue for those whose day is over, priority for urgent or high ones. With days of making or completing the newest come first: for all that were made in some days give status all; completed_from and completed_to mean those that are done.',
    label: 'Looking at the tasks…',
    input: inputOf({
      status: choiceField(['open', 'done', 'cancelled', 'all']).optional(),
      priority: z
        .preprocess(
          (given) => (typeof given === 'string' ? [given] : given),
          z.array(choiceField(priorities)).min(1).max(priorities.length),
        )
        .optional()
        .describe('Only these priorities.'),
      due_from: dayField('First due day, YYYY-MM-DD.'),
      due_to: dayField('Last due day, included, YYYY-MM-DD.'),
      is_overdue: yesNoField().optional().describe('True: only open ones whose day is over.'),
      assignee: plainField(100).optional().describe('Only of this person, in any letters.'),
      created_from: dayField('First day on which they were made, YYYY-MM-DD.'),
      created_to: dayField('Last day on which they were made, included.'),
      completed_from: dayField('First day on which they were done, YYYY-MM-DD.'),
      completed_to: dayField('Last day on which they were done, included.'),
      ...listFields,
    }),
    run: async (input, now) => {
      checkDays({ from: input.due_from, to: input.due_to });
      checkDays({ from: input.created_from, to: input.created_to });
      checkDays({ from: input.completed_from, to: input.completed_to });
      const day = { today: localDay(now, timezone), timezone };
      const { assignee, ...rest } = input;
      const wanted = {
        ...rest,
        assignees: assignee === undefined ? undefined : await findAssignees(database, assignee),
      };
      if (timeOf(wanted) === 'completed_at' && statusOf(wanted) !== 'done') {
        throw new ToolError(
          'Only tasks that are done have a day on which they were. Leave out the status, or those days.',
        );
      }
      const [counted, { items, nextCursor }] = await Promise.all([
        countTasks(database, { wanted, day }),
        readList({
          database,
          limit: input.limit,
          cursor: input.cursor,
          list: { columns: TASK_COLUMNS, ...tasksOf(wanted, day) },
          toItem: toTaskItem(day.today),
        }),
      ]);
      return { ...counted, tasks: items, next_cursor: nextCursor };
    },
  });
}
