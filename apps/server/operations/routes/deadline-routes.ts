import {
  type Deadline,
  deadlineChangeSchema,
  deadlinePageSchema,
  deadlineQuerySchema,
  deadlineSchema,
} from '@deskbell/protocol';
import type { FastifyInstance } from 'fastify';
import { createConditions } from '../../platform/conditions.ts';
import type { Database } from '../../platform/database.ts';
import { listPage } from '../../platform/http/list-page.ts';
import { idParams, notFound, readId } from '../../platform/http/record-id.ts';
import { withSchemas } from '../../platform/http/with-schemas.ts';
import { admitStaff, type StaffGate } from '../../platform/sign-in/admit-staff.ts';
import type { OperationsTables } from '../tables.ts';
import { changeDeadline, type DeadlineRow } from './change-deadline.ts';
import { outdated } from './outdated.ts';

export interface DeadlineRouteOptions extends StaffGate {
  database: Database;
  clock: () => Date;
}

/** A deadline as it is served. */
export const toDeadline = (row: DeadlineRow, now: Date): Deadline => ({
  id: row.id,
  execution_id: row.execution_id,
  email_id: row.email_id,
  title: row.title,
  description: row.description,
  type: row.type,
  date: row.date,
  time: row.time?.slice(0, 5) ?? null,
  timezone: row.timezone,
  due_at: row.due_at.toISOString(),
  urgency: row.urgency,
  is_ambiguous: row.is_ambiguous,
  status: row.status,
  is_overdue: row.status === 'scheduled' && row.due_at < now,
  quote: row.quote,
  created_at: row.created_at.toISOString(),
  updated_at: row.updated_at.toISOString(),
});

/** What is due when. */
export async function deadlineRoutes(
  app: FastifyInstance,
  options: DeadlineRouteOptions,
): Promise<void> {
  const { database, clock } = options;
  const staffMember = admitStaff(app, options);
  const routes = withSchemas(app);

  routes.get(
    '/api/deadlines',
    {
      schema: {
        summary: 'List deadlines',
        description:
          'What is scheduled from now on, the soonest first; with `overdue` or `include_past` the latest first.',
        tags: ['work'],
        querystring: deadlineQuerySchema,
        response: { 200: deadlinePageSchema },
      },
    },
    async ({ query: { limit, cursor, status, overdue, include_past } }) => {
      const now = clock();
      const conditions = createConditions();
      // A constant, so that the index of scheduled ones alone fits.
      if (status === 'scheduled') conditions.addFixed(`d.status = 'scheduled'`);
      else conditions.add('d.status = ?', status);
      if (overdue) conditions.add('d.due_at < ?', now);
      else if (!include_past) conditions.add('d.due_at >= ?', now);
      const { items, nextCursor } = await listPage<DeadlineRow>(
        { database, limit, cursor },
        {
          columns: 'd.*',
          from: `from calendar_events d ${conditions.where}`,
          keys: [
            { expression: 'd.due_at', type: 'timestamptz' },
            { expression: 'd.id', type: 'uuid' },
          ],
          direction: overdue || include_past ? 'desc' : 'asc',
          values: conditions.values,
        },
      );
      const deadlines = items.map((row) => toDeadline(row, now));
      return { deadlines, next_cursor: nextCursor };
    },
  );

  routes.patch(
    '/api/deadlines/:id',
    {
      schema: {
        summary: 'Change a deadline',
        description: 'With the same rule about `updated_at` as for tasks.',
        tags: ['work'],
        params: idParams,
        body: deadlineChangeSchema,
        response: { 200: deadlineSchema },
        docs: {
          refusals: {
            not_found: 'There is no such deadline; also for an id that is no UUID.',
            conflict: 'Somebody else has changed it since.',
          },
        },
      },
    },
    async (request) => {
      const outcome = await changeDeadline({
        database: database.for<OperationsTables>(),
        id: readId(request.params, 'deadline'),
        change: request.body,
        actor: staffMember(request).userId,
        clock,
      });
      if (outcome.kind === 'not_found') throw notFound('deadline');
      if (outcome.kind === 'outdated') throw outdated('deadline');
      return toDeadline(outcome.row, clock());
    },
  );
}
