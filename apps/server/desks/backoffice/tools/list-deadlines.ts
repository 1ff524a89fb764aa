import type { Tool } from '@deskbell/engine';
import { countDeadlines } from '../../../operations/statistics/count-deadlines.ts';
import type { StaffMember } from '../../../platform/sign-in/staff-access.ts';
import { inputOf, yesNoField } from '../../tool-fields.ts';
import { type BackOfficeToolOptions, defineBackOfficeTool } from './back-office-tool.ts';
import { checkDays, dayField, endOfDay, listFields, startOfDay } from './inputs.ts';
import { readList } from './read-list.ts';
import { DEADLINE_COLUMNS, toDeadlineItem } from './records.ts';

export function createListDeadlines({
  database,
  timezone,
}: Pick<BackOfficeToolOptions, 'database' | 'timezone'>): Tool<StaffMember> {
  return defineBackOfficeTool({
    name: 'list_deadlines',
    description:
      'Lists deadlines and appointments found in mails that are neither done nor cancelled, the next one first: those to come, or those of some days. With is_overdue those that have passed, the latest first. Of days with today in them, passed says how many are over already. These are dates of mails; for work that was given to people use list_tasks.',
    label: 'Looking at the deadlines…',
    input: inputOf({
      from: dayField('First day, YYYY-MM-DD. Leave out to start now.'),
      to: dayField('Last day, included, YYYY-MM-DD. Leave out for no end.'),
      is_overdue: yesNoField().optional().describe('True: only those that have passed.'),
      ...listFields,
    }),
    run: async ({ from, to, is_overdue = false, limit, cursor }, now) => {
      checkDays({ from, to });
      const first = from === undefined ? undefined : startOfDay(from, timezone);
      const end = to === undefined ? undefined : endOfDay(to, timezone);
      const span = is_overdue
        ? { from: first, to: end === undefined || end > now ? now : end }
        : { from: first ?? now, to: end };
      const passed =
        span.from !== undefined && span.from >= now
          ? undefined
          : { from: span.from, to: span.to === undefined || span.to > now ? now : span.to };
      const [total, passedOnes, { items, nextCursor }] = await Promise.all([
        countDeadlines(database, span),
        passed === undefined ? 0 : countDeadlines(database, passed),
        readList({
          database,
          limit,
          cursor,
          list: {
            columns: DEADLINE_COLUMNS,
            from: `from calendar_events d where d.status = 'scheduled'
              and d.due_at >= coalesce($1::timestamptz, '-infinity')
              and d.due_at < coalesce($2::timestamptz, 'infinity')`,
            keys: [
              { expression: 'd.due_at', type: 'timestamptz' },
              { expression: 'd.id', type: 'uuid' },
            ],
            direction: is_overdue ? 'desc' : 'asc',
            values: [span.from ?? null, span.to ?? null],
          },
          toItem: toDeadlineItem(now),
        }),
      ]);
      return {
        total,
        is_more_than_total: false,
        passed: passedOnes,
        deadlines: items,
        next_cursor: nextCursor,
      };
    },
  });
}
