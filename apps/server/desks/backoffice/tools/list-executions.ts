import type { Tool } from '@deskbell/engine';
import { readStatistics } from '../../../operations/statistics/read-statistics.ts';
import type { StaffMember } from '../../../platform/sign-in/staff-access.ts';
import { inputOf } from '../../tool-fields.ts';
import { type BackOfficeToolOptions, defineBackOfficeTool } from './back-office-tool.ts';
import { categoryField, checkDays, daysFields, listFields, statusField } from './inputs.ts';
import { readMails } from './read-mails.ts';
import { EXECUTION_COLUMNS, toExecutionItem } from './records.ts';

/** Reasons told at most; codes are few. */
const MOST_FAILURES = 20;

export function createListExecutions({
  database,
  timezone,
}: Pick<BackOfficeToolOptions, 'database' | 'timezone'>): Tool<StaffMember> {
  return defineBackOfficeTool({
    name: 'list_executions',
    description:
      'Counts and lists how the processing of mails went (one execution per mail), newest first, with why failed ones failed. Use it for failures, for what is waiting or running, and with status failed and no days for everything that failed and was not retried.',
    label: 'Looking at the executions…',
    input: inputOf({
      ...daysFields,
      status: statusField.describe('Only executions with this status.'),
      category: categoryField.describe('Only of mails that triage put into this category.'),
      ...listFields,
    }),
    run: async (input) => {
      checkDays(input);
      const { window } = await readStatistics({ database, timezone, windows: { window: input } });
      const { items, ...listed } = await readMails({
        database,
        timezone,
        wanted: input,
        counters: window,
        columns: EXECUTION_COLUMNS,
        toItem: toExecutionItem(timezone),
      });
      return {
        ...listed,
        days: { from: input.from ?? null, to: input.to ?? null },
        by_status: window.executions,
        failures: window.failures.slice(0, MOST_FAILURES),
        executions: items,
      };
    },
  });
}
