import { type BookingPrice, bookingSchema, newBookingSchema } from '@deskbell/protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { HourlyLimit } from '../../platform/http/hourly-limit.ts';
import { readIdempotencyKey } from '../../platform/http/idempotency-key.ts';
import { HttpProblem } from '../../platform/http/problem.ts';
import { KNOWS_CUSTOMERS } from '../../platform/http/route-docs.ts';
import { withSchemas } from '../../platform/http/with-schemas.ts';
import type { SignedIn, SignIn } from '../../platform/sign-in/sign-in.ts';
import type { BookingObserver } from '../booking-observer.ts';
import type { BookingStore, Replay } from '../booking-store.ts';
import { toBooking } from '../booking-view.ts';
import type { Business } from '../business.ts';
import { formatDollars } from '../dollars.ts';
import { priceOrder } from '../price-order.ts';
import { readBookingRequest } from '../read-booking-request.ts';
import { BOOKING_BODY_LIMIT_BYTES, notAnObject } from './question-routes.ts';
import { keepRawBody } from './raw-body.ts';
import { refuseFields } from './refuse-fields.ts';
import { requestHash } from './request-hash.ts';

export interface MakeBookingRouteOptions {
  business: Business;
  store: BookingStore;
  signIn: Pick<SignIn, 'customerFor'>;
  checkSameOrigin: (request: FastifyRequest) => void;
  limits: { bookings: HourlyLimit; estimates: HourlyLimit };
  observer: BookingObserver | undefined;
  timezone: string;
  clock: () => Date;
}

/** `POST /api/bookings`, for guests and for signed-in customers. */
export async function makeBookingRoute(
  app: FastifyInstance,
  options: MakeBookingRouteOptions,
): Promise<void> {
  const { business, store, signIn, limits, timezone, clock } = options;

  withSchemas(app).post(
    '/api/bookings',
    {
      bodyLimit: BOOKING_BODY_LIMIT_BYTES,
      validatorCompiler: keepRawBody,
      schema: {
        summary: 'Make a booking',
        description:
          "The server prices the order itself; `expected_total_cents` is what the customer was shown. With a session the booking is the customer's, without one a guest's, whoever has that e-mail address; `as` says which of the two the form promised. It begins as `pending`; payment follows by an e-mailed link.",
        tags: ['bookings'],
        security: KNOWS_CUSTOMERS,
        body: newBookingSchema,
        response: { 200: bookingSchema, 201: bookingSchema },
        docs: {
          headers: {
            'idempotency-key':
              '16 to 200 visible ASCII characters, such as a UUID. With it the same request gives the same booking, however often it is sent; it counts once. One key is one booking, whoever sends it.',
          },
          answers: {
            200: { description: 'The same request has been answered before: its booking.' },
            201: {
              description: 'Booked.',
              headers: {
                'ratelimit-limit': 'Bookings an hour from one address.',
                'ratelimit-remaining': 'How many of them are left.',
                'ratelimit-reset': 'Seconds until all of them are back.',
              },
            },
          },
          refusals: {
            invalid_request:
              '`errors` names every field that is wrong: those of `order` by their own path (`pickup_address.zip_code`), those of `contact` with it (`contact.phone`).',
            not_signed_in: 'It is to be a customer’s, and nobody is signed in; nothing was booked.',
            price_changed: '`price` is what it costs now; nothing was booked.',
            idempotency_mismatch: 'The key was used for another booking.',
            rate_limited: 'Too many bookings; `Retry-After` says when it goes on.',
          },
        },
      },
    },
    async (request, reply) => {
      options.checkSameOrigin(request);
      const signedIn = await signIn.customerFor(request, reply);
      const body: unknown = request.body;
      const customerId = ownerOf(body, signedIn);
      const key = readIdempotencyKey(request, 'booking');
      await limits.estimates.take(request, reply);
      reply.header('cache-control', 'no-store');

      const answer = (replay: Replay) => {
        if (replay.kind === 'key_reused') throw keyReused();
        return reply.code(200).send(toBooking(replay.row));
      };
      const idempotency =
        key === undefined ? undefined : { key, requestHash: requestHash([customerId, body]) };
      const replay = idempotency && (await store.findReplay(idempotency));
      // Before the request is looked at: what was bookable yesterday is booked all the same.
      if (replay !== undefined) return answer(replay);

      const time = { now: clock(), timezone };
      const read = readBookingRequest(business, body, time);
      if (read === undefined) throw notAnObject();
      if (read.errors.length > 0) throw refuseFields(read.errors);
      const { order, contact } = read;
      const price = priceOrder(business, order, time);
      if (!price.ok) throw refuseFields([{ field: 'service_type', message: price.reason }]);
      if (price.value.total_cents !== read.expectedTotalCents) throw priceChanged(price.value);

      let isTaken = false;
      try {
        const booking = { order, contact, price: price.value, customerId, idempotency };
        const outcome = await store.make(booking, async () => {
          await limits.bookings.take(request, reply);
          isTaken = true;
        });
        if (outcome.kind !== 'made') return answer(outcome);
        options.observer?.onBookingMade({ serviceType: outcome.row.service_type });
        request.log.info({ booking: outcome.row.number }, 'A booking was made');
        return reply.code(201).send(toBooking(outcome.row));
      } catch (error) {
        if (isTaken) await limits.bookings.giveBack(request);
        throw error;
      }
    },
  );
}

/**
 * The customer whose booking it becomes; null: a guest's. A form that was filled in as one of the
 * two is never booked as the other because a session began or ended meanwhile.
 */
function ownerOf(body: unknown, signedIn: SignedIn | null): string | null {
  const as = typeof body === 'object' && body !== null && 'as' in body ? body.as : undefined;
  if (as === 'guest') return null;
  if (as === 'customer' && signedIn === null) {
    throw new HttpProblem({
      code: 'not_signed_in',
      detail: 'You are signed out by now. Please sign in again, or book as a guest.',
    });
  }
  return signedIn?.customerId ?? null;
}

const keyReused = (): HttpProblem =>
  new HttpProblem({
    code: 'idempotency_mismatch',
    detail: 'this Idempotency-Key was already used for another booking',
  });

const priceChanged = (price: BookingPrice): HttpProblem =>
  new HttpProblem({
    code: 'price_changed',
    detail: `The price is now ${formatDollars(price.total_cents)}. Please check it and book again.`,
    extension: { price },
  });
