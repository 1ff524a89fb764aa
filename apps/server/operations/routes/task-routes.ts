import {
  type Task,
  taskAssigneesSchema,
  taskChangeSchema,
  taskPageSchema,
  taskQuerySchema,
  taskSchema,
} from '@deskbell/protocol';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { createConditions } from '../../platform/conditions.ts';
import type { Database } from '../../platform/database.ts';
import { listPage } from '../../platform/http/list-page.ts';
import { notFound } from '../../platform/http/record-id.ts';
import { withSchemas } from '../../platform/http/with-schemas.ts';
import { admitStaff, type StaffGate } from '../../platform/sign-in/admit-staff.ts';
import type { OperationsTables } from '../tables.ts';
import { changeTask, type TaskRow } from './change-task.ts';
import { findRecord, recordParams } from './find-record.ts';
import { outdated } from './outdated.ts';
import { readAssignees } from './read-assignees.ts';
import { timeOrNull } from './read-executions.ts';

/** In the words of the indexes of these alone. */
const OPEN = `t.status in ('open', 'in_progress')`;

export interface TaskRouteOptions extends StaffGate {
  database: Database;
  clock: () => Date;
}

/** A task as it is served. */
export const toTask = (row: TaskRow): Task => ({
  id: row.id,
  execution_id: row.execution_id,
  email_id: row.email_id,
  title: row.title,
  description: row.description,
  priority: row.priority,
  assignee: row.assignee,
  category: row.category,
  status: row.status,
  due_date: row.due_date,
  quote: row.quote,
  created_at: row.created_at.toISOString(),
  updated_at: row.updated_at.toISOString(),
  completed_at: timeOrNull(row.completed_at),
});

/** What people are to do. */
export async function taskRoutes(app: FastifyInstance, options: TaskRouteOptions): Promise<void> {
  const { database, clock } = options;
  const staffMember = admitStaff(app, options);
  const routes = withSchemas(app);

  routes.get(
    '/api/tasks',
    {
      schema: {
        summary: 'List tasks',
        description:
          'Newest first. With `due_from` or `due_to` the earliest due comes first, and tasks without a day are left out; with `order=due`, of open tasks, they come last.',
        tags: ['work'],
        querystring: taskQuerySchema,
        response: { 200: taskPageSchema },
      },
    },
    async ({ query }) => {
      const { limit, cursor, status, open, priority, assignee, due_from, due_to, order } = query;
      const conditions = createConditions();
      if (open || status === 'open' || status === 'in_progress') conditions.addFixed(OPEN);
      if (status !== undefined) conditions.add('t.status = ?', status);
      if (priority !== undefined) conditions.add('t.priority = ?', priority);
      if (assignee !== undefined) conditions.add('t.assignee = ?', assignee);
      if (due_from !== undefined) conditions.add('t.due_date >= ?::date', due_from);
      if (due_to !== undefined) conditions.add('t.due_date <= ?::date', due_to);
      const isInRange = due_from !== undefined || due_to !== undefined;
      const isByDueDate = isInRange || order === 'due';
      const { items, nextCursor } = await listPage<TaskRow>(
        { database, limit, cursor },
        {
          columns: 't.*',
          from: `from tasks t ${conditions.where}`,
          keys: [
            isByDueDate
              ? {
                  expression: isInRange ? 't.due_date' : `(coalesce(t.due_date, 'infinity'))`,
                  type: 'date',
                }
              : { expression: 't.created_at', type: 'timestamptz' },
            { expression: 't.id', type: 'uuid' },
          ],
          direction: isByDueDate ? 'asc' : 'desc',
          values: conditions.values,
        },
      );
      return { tasks: items.map(toTask), next_cursor: nextCursor };
    },
  );

  routes.get(
    '/api/tasks/assignees',
    {
      schema: {
        summary: 'Whom tasks are given to',
        description: 'Every name that a task has, whatever its status; at most 200.',
        tags: ['work'],
        querystring: z.strictObject({}),
        response: { 200: taskAssigneesSchema },
      },
    },
    async () => ({ assignees: await readAssignees(database) }),
  );

  routes.get(
    '/api/tasks/:id',
    {
      schema: {
        summary: 'One task',
        tags: ['work'],
        params: recordParams,
        response: { 200: taskSchema },
        docs: { refusals: { not_found: 'There is no such task; also for what is no id.' } },
      },
    },
    async ({ params }) => {
      const id = await findRecord({ database, kind: 'task', id: params.id });
      const row = await database
        .for<OperationsTables>()
        .selectFrom('tasks')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      if (row === undefined) throw notFound('task');
      return toTask(row);
    },
  );

  routes.patch(
    '/api/tasks/:id',
    {
      schema: {
        summary: 'Change a task',
        description:
          'Any of its changeable fields. With `updated_at` as the task had it when you read it, nothing happens if somebody else has changed it since; without it the last change wins.',
        tags: ['work'],
        params: recordParams,
        body: taskChangeSchema,
        response: { 200: taskSchema },
        docs: {
          refusals: {
            not_found: 'There is no such task; also for what is no id.',
            conflict: 'Somebody else has changed it since.',
          },
        },
      },
    },
    async (request) => {
      const outcome = await changeTask({
        database: database.for<OperationsTables>(),
        id: await findRecord({ database, kind: 'task', id: request.params.id }),
        change: request.body,
        actor: staffMember(request).userId,
        clock,
      });
      if (outcome.kind === 'not_found') throw notFound('task');
      if (outcome.kind === 'outdated') throw outdated('task');
      return toTask(outcome.row);
    },
  );
}
