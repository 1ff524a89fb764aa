import {
  type Deadline,
  deadlineChangeSchema,
  deadlinePageSchema,
  deadlineQuerySchema,
  deadlineSchema,
} from '@deskbell/protocol';
import type { FastifyInstance } from 'fastify';
import { addDays } from '../../platform/calendar-date.ts';
import { type Conditions, createConditions } from '../../platform/conditions.ts';
import type { Database } from '../../platform/database.ts';
import { listPage } from '../../platform/http/list-page.ts';
import { HttpProblem } from '../../platform/http/problem.ts';
import { idParams, notFound, readId } from '../../platform/http/record-id.ts';
import { withSchemas } from '../../platform/http/with-schemas.ts';
import { admitStaff, type StaffGate } from '../../platform/sign-in/admit-staff.ts';
import { instantOf } from '../routing/instant-of.ts';
import type { OperationsSettings } from '../settings.ts';
import type { OperationsTables } from '../tables.ts';
import { changeDeadline, type DeadlineRow } from './change-deadline.ts';
import { outdated } from './outdated.ts';

export interface DeadlineRouteOptions extends StaffGate {
  database: Database;
  settings: Pick<OperationsSettings, 'timezone'>;
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
  const { database, settings, clock } = options;
  const staffMember = admitStaff(app, options);
  const routes = withSchemas(app);

  routes.get(
    '/api/deadlines',
    {
      schema: {
        summary: 'List deadlines',
        description:
          'What is scheduled from now on, the soonest first; with `from` and `to` past and coming ones of these days, the earliest first; with `overdue` or `include_past` the latest first.',
        tags: ['work'],
        querystring: deadlineQuerySchema,
        response: { 200: deadlinePageSchema },
      },
    },
    async ({ query }) => {
      const { limit, cursor, status, overdue, include_past, from, to } = query;
      const now = clock();
      const conditions = createConditions();
      // A constant, so that the index of scheduled ones alone fits.
      if (status === 'scheduled') conditions.addFixed(`d.status = 'scheduled'`);
      else if (status !== 'all') conditions.add('d.status = ?', status);
      if (from !== undefined && to !== undefined) addDaysOf({ conditions, from, to, ...settings });
      else if (overdue) conditions.add('d.due_at < ?', now);
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

  routes.get(
    '/api/deadlines/:id',
    {
      schema: {
        summary: 'One deadline',
        tags: ['work'],
        params: idParams,
        response: { 200: deadlineSchema },
        docs: {
          refusals: { not_found: 'There is no such deadline; also for an id that is no UUID.' },
        },
      },
    },
    async ({ params }) => {
      const row = await database
        .for<OperationsTables>()
        .selectFrom('calendar_events')
        .selectAll()
        .where('id', '=', readId(params, 'deadline'))
        .executeTakeFirst();
      if (row === undefined) throw notFound('deadline');
      return toDeadline(row, clock());
    },
  );

  routes.patch(
    '/api/deadlines/:id',
    {
      schema: {
        summary: 'Change a deadline',
        description:
          'Its status, its date or its time, with the same rule about `updated_at` as for tasks. A date and a time are in its own time zone and change only what is scheduled, or becomes it by this request; with a date it is no longer ambiguous.',
        tags: ['work'],
        params: idParams,
        body: deadlineChangeSchema,
        response: { 200: deadlineSchema },
        docs: {
          refusals: {
            not_found: 'There is no such deadline; also for an id that is no UUID.',
            conflict: 'Somebody else has changed it since, or it is done or cancelled.',
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
      if (outcome.kind === 'not_scheduled') {
        throw new HttpProblem({
          code: 'conflict',
          detail: `this deadline is ${outcome.status}; schedule it again to give it another date or time`,
        });
      }
      return toDeadline(outcome.row, clock());
    },
  );
}

/**
 * Limits a list to deadlines of some days: one without a time is on its own day, whatever its time
 * zone. The first two conditions hold for these days in all time zones, so that the index of instants
 * fits.
 */
function addDaysOf({
  conditions,
  from,
  to,
  timezone,
}: {
  conditions: Conditions;
  from: string;
  to: string;
  timezone: string;
}): void {
  conditions.add('d.due_at >= ?', new Date(`${addDays(from, -1)}T00:00:00Z`));
  conditions.add('d.due_at < ?', new Date(`${addDays(to, 2)}T00:00:00Z`));
  conditions.add('(d.time is not null or d.date >= ?::date)', from);
  conditions.add('(d.time is not null or d.date <= ?::date)', to);
  const lastSecondOf = (date: string) => instantOf({ date, time: null, timezone });
  conditions.add('(d.time is null or d.due_at > ?)', lastSecondOf(addDays(from, -1)));
  conditions.add('(d.time is null or d.due_at <= ?)', lastSecondOf(to));
}
