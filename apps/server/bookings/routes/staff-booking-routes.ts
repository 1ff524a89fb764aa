import {
  bookingChangeSchema,
  staffBookingPageSchema,
  staffBookingQuerySchema,
  staffBookingSchema,
} from '@deskbell/protocol';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { createConditions } from '../../platform/conditions.ts';
import type { Database } from '../../platform/database.ts';
import { listPage } from '../../platform/http/list-page.ts';
import { HttpProblem } from '../../platform/http/problem.ts';
import { notFound } from '../../platform/http/record-id.ts';
import { withSchemas } from '../../platform/http/with-schemas.ts';
import { admitStaff, type StaffGate } from '../../platform/sign-in/admit-staff.ts';
import { addBookingSearch } from '../booking-search.ts';
import { statusesBefore, transitionRefusal } from '../booking-status.ts';
import type { BookingRow, BookingStore } from '../booking-store.ts';
import { toStaffBooking } from '../booking-view.ts';

const NUMBER = /^TT-\d{6,18}$/;

export interface StaffBookingRouteOptions extends StaffGate {
  database: Database;
  store: BookingStore;
}

const bookingParams = z.object({ number: z.string().describe('Such as TT-000123.') });

/** All bookings, for staff. */
export async function staffBookingRoutes(
  app: FastifyInstance,
  options: StaffBookingRouteOptions,
): Promise<void> {
  const { database, store } = options;
  admitStaff(app, options);
  const routes = withSchemas(app);

  routes.get(
    '/api/bookings/all',
    {
      schema: {
        summary: 'List all bookings',
        description:
          'With whom they are for. The newest first; with `pickup_from` or `pickup_to` the earliest pickup first.',
        tags: ['bookings'],
        querystring: staffBookingQuerySchema,
        response: { 200: staffBookingPageSchema },
      },
    },
    async ({ query: { limit, cursor, status, q, pickup_from, pickup_to } }) => {
      const conditions = createConditions();
      if (status !== undefined) conditions.add('b.status = ?', status);
      if (q !== undefined) await addBookingSearch({ database, conditions, words: q });
      if (pickup_from !== undefined) conditions.add('b.pickup_date >= ?::date', pickup_from);
      if (pickup_to !== undefined) conditions.add('b.pickup_date <= ?::date', pickup_to);
      const isByPickup = pickup_from !== undefined || pickup_to !== undefined;
      const { items, nextCursor } = await listPage<BookingRow>(
        { database, limit, cursor },
        {
          columns: 'b.*',
          from: `from bookings b ${conditions.where}`,
          keys: [
            isByPickup
              ? { expression: 'b.pickup_date', type: 'date' }
              : { expression: 'b.created_at', type: 'timestamptz' },
            { expression: 'b.id', type: 'uuid' },
          ],
          direction: isByPickup ? 'asc' : 'desc',
          values: conditions.values,
        },
      );
      return { bookings: items.map(toStaffBooking), next_cursor: nextCursor };
    },
  );

  routes.get(
    '/api/bookings/all/:number',
    {
      schema: {
        summary: 'One booking',
        description: 'With whom it is for.',
        tags: ['bookings'],
        params: bookingParams,
        response: { 200: staffBookingSchema },
        docs: { refusals: { not_found: 'There is no such booking.' } },
      },
    },
    async ({ params }) => {
      const row = await store.find(readNumber(params));
      if (row === undefined) throw notFound('booking');
      return toStaffBooking(row);
    },
  );

  routes.patch(
    '/api/bookings/:number',
    {
      schema: {
        summary: "Change a booking's status",
        description:
          'From `pending` to `confirmed` or `paid`, from `confirmed` to `paid`, from `paid` to `completed`; each of these three can be `cancelled`.',
        tags: ['bookings'],
        params: bookingParams,
        body: bookingChangeSchema,
        response: { 200: staffBookingSchema },
        docs: {
          refusals: {
            not_found: 'There is no such booking.',
            conflict: 'A booking of its status cannot get that one; `detail` says which it can.',
          },
        },
      },
    },
    async (request) => {
      const number = readNumber(request.params);
      const to = request.body.status;
      const outcome = await store.changeStatus({ number, from: statusesBefore(to), to });
      if (outcome.kind === 'not_found') throw notFound('booking');
      if (outcome.kind === 'kept') {
        const detail = transitionRefusal(outcome.status, to);
        throw new HttpProblem({ code: 'conflict', detail });
      }
      return toStaffBooking(outcome.row);
    },
  );
}

function readNumber({ number }: { number: string }): string {
  const written = number.toUpperCase();
  if (!NUMBER.test(written)) throw notFound('booking');
  return written;
}
