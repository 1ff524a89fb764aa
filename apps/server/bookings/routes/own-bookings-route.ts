import { bookingPageSchema, bookingQuerySchema } from '@deskbell/protocol';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../../platform/database.ts';
import { listPage } from '../../platform/http/list-page.ts';
import { HttpProblem } from '../../platform/http/problem.ts';
import { withSchemas } from '../../platform/http/with-schemas.ts';
import type { SignIn } from '../../platform/sign-in/sign-in.ts';
import type { BookingRow } from '../booking-store.ts';
import { toBooking } from '../booking-view.ts';

export interface OwnBookingsRouteOptions {
  database: Database;
  signIn: Pick<SignIn, 'customerFor'>;
}

/** `GET /api/bookings`: whose they are says the session alone. */
export async function ownBookingsRoute(
  app: FastifyInstance,
  { database, signIn }: OwnBookingsRouteOptions,
): Promise<void> {
  withSchemas(app).get(
    '/api/bookings',
    {
      schema: {
        summary: 'List your own bookings',
        description: "The signed-in customer's own, the newest first.",
        tags: ['bookings'],
        security: [{ session: [] }],
        querystring: bookingQuerySchema,
        response: { 200: bookingPageSchema },
        docs: { refusals: { not_signed_in: 'Nobody is signed in.' } },
      },
    },
    async (request, reply) => {
      const signedIn = await signIn.customerFor(request, reply);
      if (signedIn === null) {
        throw new HttpProblem({
          code: 'not_signed_in',
          detail: 'please sign in to see your bookings',
        });
      }
      reply.header('cache-control', 'no-store');
      const { limit, cursor } = request.query;
      const { items, nextCursor } = await listPage<BookingRow>(
        { database, limit, cursor },
        {
          columns: 'b.*',
          from: 'from bookings b where b.customer_id = $1',
          keys: [
            { expression: 'b.created_at', type: 'timestamptz' },
            { expression: 'b.id', type: 'uuid' },
          ],
          direction: 'desc',
          values: [signedIn.customerId],
        },
      );
      return { bookings: items.map(toBooking), next_cursor: nextCursor };
    },
  );
}
