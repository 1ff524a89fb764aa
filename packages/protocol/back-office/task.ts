import { z } from 'zod';
import { calendarDay, flag, nextCursorSchema, pageQuery } from './page.ts';

export const taskStatusSchema = z.enum(['open', 'in_progress', 'done', 'cancelled']);
export const taskPrioritySchema = z.enum(['low', 'medium', 'high', 'urgent']);

const assigneeSchema = z
  .string()
  .trim()
  .min(1, { error: 'assignee must not be empty' })
  .max(100, { error: 'assignee must be at most 100 characters' })
  .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), {
    error: 'assignee must be one line of text',
  });

export const taskSchema = z.object({
  id: z.uuid(),
  execution_id: z.uuid(),
  email_id: z.uuid(),
  title: z.string(),
  description: z.string(),
  priority: taskPrioritySchema,
  assignee: z.string().nullable(),
  category: z.string(),
  status: taskStatusSchema,
  due_date: z.string().nullable().describe('YYYY-MM-DD.'),
  quote: z.string().describe("The mail's own words."),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
  completed_at: z.iso.datetime().nullable(),
});
export type Task = z.infer<typeof taskSchema>;

/**
 * `GET /api/tasks`: the newest first; with a range of due dates, or `order=due`, the earliest due
 * first.
 */
export const taskQuerySchema = z
  .strictObject({
    ...pageQuery,
    status: taskStatusSchema.optional(),
    open: flag('open').describe('Only what is `open` or `in_progress`.'),
    priority: taskPrioritySchema.optional(),
    assignee: assigneeSchema.optional(),
    /** Both days are included. */
    due_from: calendarDay('due_from').optional().describe('This day and later ones.'),
    due_to: calendarDay('due_to').optional().describe('This day and earlier ones.'),
    order: z
      .enum(['newest', 'due'], { error: 'order must be newest or due' })
      .optional()
      .describe('`due`, for open tasks: the earliest due first, tasks without a day last.'),
  })
  .refine(({ open, status }) => !open || status === undefined, {
    error: 'ask for open or for a status, not both',
    path: ['open'],
  })
  .refine(
    ({ order, due_from, due_to }) =>
      order !== 'newest' || (due_from === undefined && due_to === undefined),
    { error: 'a range of due dates has the earliest due first', path: ['order'] },
  )
  .refine(
    ({ order, open, status, due_from, due_to }) =>
      order !== 'due' ||
      open ||
      status === 'open' ||
      status === 'in_progress' ||
      due_from !== undefined ||
      due_to !== undefined,
    { error: 'order=due is for open tasks, or with due_from or due_to', path: ['order'] },
  );
export const taskPageSchema = z.object({
  tasks: z.array(taskSchema),
  next_cursor: nextCursorSchema,
});

/** `GET /api/tasks/assignees`: whom tasks are given to, by name; at most 200. */
export const taskAssigneesSchema = z.object({ assignees: z.array(z.string()) });
export type TaskAssignees = z.infer<typeof taskAssigneesSchema>;

/**
 * `PATCH /api/tasks/{id}`. With `updated_at`, as the task had it, nothing changes if somebody else
 * has changed it since.
 */
export const taskChangeSchema = z
  .strictObject({
    status: taskStatusSchema.optional(),
    priority: taskPrioritySchema.optional(),
    assignee: assigneeSchema.nullable().optional(),
    due_date: calendarDay('due_date').nullable().optional(),
    updated_at: z.iso
      .datetime({ error: 'updated_at must be a time' })
      .optional()
      .describe('As it was when you read it.'),
  })
  .refine(({ updated_at: _, ...changes }) => Object.keys(changes).length > 0, {
    error: 'say what is to change: status, priority, assignee or due_date',
    path: ['status'],
  });
export type TaskChange = z.infer<typeof taskChangeSchema>;
