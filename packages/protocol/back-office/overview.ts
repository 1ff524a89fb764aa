import { z } from 'zod';
import { mailCategorySchema } from './execution.ts';

/** What may need a person: a record's link is `execution:<id>`, `review:<id>` and so on. */
export const attentionItemSchema = z.object({
  kind: z.enum(['failed_execution', 'review', 'task', 'deadline']),
  id: z.uuid().describe("The record's: of a failure its execution."),
  link: z
    .string()
    .describe(
      'Which record opens: `execution:<id>`, `review:<id>`, `task:<id>` or `deadline:<id>`.',
    ),
  title: z.string().describe("The mail's subject, or the title of the task or deadline."),
  why: z.string().describe('Why it is here, as a sentence.'),
  pressure: z
    .enum(['now', 'soon', 'later'])
    .describe('`now`: it cannot wait for tomorrow. The list begins with these.'),
  since: z.iso
    .datetime()
    .nullable()
    .describe('Since when it has been waiting: failures and reviews; null for what is due.'),
  due: z.iso.date().nullable().describe('The day it is due, in the business time zone.'),
  email_id: z.uuid(),
  sender: z.string().describe("The mail's sender, as an address."),
  category: mailCategorySchema.nullable().describe("The mail's."),
});
export type AttentionItem = z.infer<typeof attentionItemSchema>;

export const overviewTileSchema = z.object({
  key: z
    .enum([
      'emails_today',
      'completed_share',
      'failed_today',
      'open_tasks',
      'tasks_due_this_week',
      'coming_deadlines',
      'pending_reviews',
      'handling_time',
      'bookings_today',
      'new_bookings',
    ])
    .describe(
      '`completed_share`: of the mails of today that are through, those that did not fail. `failed_today`: mails of today that failed. `open_tasks`: open or in progress. `tasks_due_this_week`: of those, due from Monday to Sunday. `coming_deadlines`: today and the six days after it, not past ones. `handling_time`: how long the agents worked on a mail, their times added up, on average over the mails they read today. `bookings_today`: picked up today, not cancelled. `new_bookings`: made today. The last two are missing while there has never been a booking.',
    ),
  unit: z.enum(['count', 'share', 'milliseconds']).describe('`share`: 0 to 1.'),
  value: z.number().nullable().describe('Null when there is nothing to take it of.'),
  comparison: z
    .object({
      with: z
        .enum(['yesterday', 'last_7_days'])
        .describe('The whole of yesterday, or the seven days before today together.'),
      value: z.number().nullable(),
    })
    .nullable()
    .describe('The same figure of earlier days; null where there is none to compare with.'),
  trend: z.object({
    of: z
      .enum(['value', 'tasks_created', 'tasks_due', 'deadlines_due', 'reviews_opened'])
      .describe(
        "What each day counts. `value`: the tile's own figure, on that day. The others stand beside a figure that is only known for now.",
      ),
    days: z
      .array(z.object({ day: z.iso.date(), value: z.number().nullable() }))
      .describe(
        '14 days of the business, in their order: the last ones and today; of what is due, this week and the next (`tasks_due`), or today and the 13 days after it (`deadlines_due`).',
      ),
  }),
});
export type OverviewTile = z.infer<typeof overviewTileSchema>;

/** `GET /api/overview`: what needs a person first, and how the day goes. */
export const overviewSchema = z.object({
  at: z.iso.datetime().describe('When it was read.'),
  today: z.iso.date().describe("The business's day."),
  attention: z.object({
    items: z.array(attentionItemSchema).describe('What presses most first; at most 20.'),
    counts: z
      .object({
        failed_executions: z.int(),
        pending_reviews: z.int(),
        tasks: z.int().describe('Open ones that are overdue, urgent or high.'),
        overdue_deadlines: z.int(),
        coming_deadlines: z.int().describe('Today and the six days after it.'),
      })
      .describe('Of everything there is, not only of what is listed.'),
  }),
  tiles: z.array(overviewTileSchema),
});
export type Overview = z.infer<typeof overviewSchema>;
