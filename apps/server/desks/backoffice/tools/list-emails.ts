import type { Tool } from '@deskbell/engine';
import { readStatistics } from '../../../operations/statistics/read-statistics.ts';
import type { StaffMember } from '../../../platform/sign-in/staff-access.ts';
import { inputOf, yesNoField } from '../../tool-fields.ts';
import { type BackOfficeToolOptions, defineBackOfficeTool } from './back-office-tool.ts';
import {
  categoryField,
  checkDays,
  daysFields,
  listFields,
  plainField,
  statusField,
} from './inputs.ts';
import { readMails } from './read-mails.ts';
import { EMAIL_COLUMNS, toEmailItem } from './records.ts';

export function createListEmails({
  database,
  timezone,
}: Pick<BackOfficeToolOptions, 'database' | 'timezone'>): Tool<StaffMember> {
  return defineBackOfficeTool({
    name: 'list_emails',
    description:
      'Counts and lists the mails that arrived in some days, newest first: how many in each status and category, what came of them, and the mails themselves. Use it for what came in today, yesterday, this week, and for mails of one status, category or sender address, of high risk, or with attachments. To find a mail by its words use search_emails.',
    label: 'Looking at the e-mails…',
    input: inputOf({
      ...daysFields,
      status: statusField.describe('Only mails whose processing has this status.'),
      category: categoryField.describe('Only mails that triage put into this category.'),
      sender: plainField(320).optional().describe('Only from this address or domain.'),
      is_high_risk: yesNoField().optional().describe('True: only those of high or critical risk.'),
      has_attachments: yesNoField()
        .optional()
        .describe('True: only with attachments; false: only without.'),
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
        columns: EMAIL_COLUMNS,
        toItem: toEmailItem(timezone),
      });
      return {
        ...listed,
        days: { from: input.from ?? null, to: input.to ?? null },
        by_status: window.executions,
        by_category: window.categories,
        tasks_created: window.tasksCreated,
        events_scheduled: window.eventsScheduled,
        reviews: window.reviews,
        emails: items,
      };
    },
  });
}
