import {
  availabilityQuerySchema,
  availabilitySchema,
  bookingOrderSchema,
  bookingPriceSchema,
} from '@deskbell/protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { localDay } from '../../platform/business-day.ts';
import type { Database } from '../../platform/database.ts';
import type { HourlyLimit } from '../../platform/http/hourly-limit.ts';
import { OPEN_TO_ANYONE } from '../../platform/http/route-docs.ts';
import { withSchemas } from '../../platform/http/with-schemas.ts';
import { earliestBookableDate } from '../booking-dates.ts';
import type { Business } from '../business.ts';
import { findBusyDays } from '../busy-days.ts';
import { availableDays, readAvailabilityRange } from '../check-availability.ts';
import { priceOrder } from '../price-order.ts';
import { readOrderToPrice } from '../read-booking-request.ts';
import { keepRawBody } from './raw-body.ts';
import { refuseFields } from './refuse-fields.ts';

export const BOOKING_BODY_LIMIT_BYTES = 16 * 1024;

export interface QuestionRouteOptions {
  business: Business;
  database: Database;
  checkSameOrigin: (request: FastifyRequest) => void;
  limits: { availability: HourlyLimit; estimates: HourlyLimit };
  timezone: string;
  clock: () => Date;
}

/** What a booking form asks while it is filled in. */
export async function questionRoutes(
  app: FastifyInstance,
  options: QuestionRouteOptions,
): Promise<void> {
  const { business, database, limits, timezone, clock } = options;
  const routes = withSchemas(app);

  routes.get(
    '/api/bookings/availability',
    {
      schema: {
        summary: 'Which days can be booked',
        description:
          "Days of the business's own calendar. On a `busy` day bookings are still taken; a `blocked` one cannot be booked online. How many bookings a day has is not told.",
        tags: ['bookings'],
        security: OPEN_TO_ANYONE,
        querystring: availabilityQuerySchema,
        response: { 200: availabilitySchema },
        docs: {
          refusals: { rate_limited: 'Asked too often; `Retry-After` says when it goes on.' },
        },
      },
    },
    async (request, reply) => {
      await limits.availability.take(request, reply);
      const time = { now: clock(), timezone };
      const { start = localDay(time.now, timezone), days } = request.query;
      const range = readAvailabilityRange({ startDate: start, days: days - 1 }, time);
      if (!range.ok) {
        const message = range.reason.replace(/^start_date/, 'start');
        throw refuseFields([{ field: 'start', message }]);
      }
      const threshold = business.booking.busyFromBookingsPerDay;
      const busyDays = await findBusyDays(database, { range: range.value, threshold });
      reply.header('cache-control', 'no-store');
      return {
        earliest_date: earliestBookableDate(time),
        days: availableDays(business, { range: range.value, busyDays }, time).map((day) => ({
          ...day,
          surcharges: day.surcharges.map(({ serviceType, name, amountCents }) => ({
            service_type: serviceType,
            name,
            amount_cents: amountCents,
          })),
        })),
      };
    },
  );

  routes.post(
    '/api/bookings/estimate',
    {
      bodyLimit: BOOKING_BODY_LIMIT_BYTES,
      validatorCompiler: keepRawBody,
      schema: {
        summary: 'What an order costs',
        description:
          'Of an order as far as it is known: the service and its size or number of pieces at least. Wrong is only what keeps it from having a price; fields of other services do not count. Changes nothing.',
        tags: ['bookings'],
        security: OPEN_TO_ANYONE,
        body: bookingOrderSchema,
        response: { 200: bookingPriceSchema },
        docs: {
          refusals: {
            invalid_request: '`errors` names every field that keeps it from having a price.',
            rate_limited: 'Asked too often; `Retry-After` says when it goes on.',
          },
        },
      },
    },
    async (request, reply) => {
      options.checkSameOrigin(request);
      await limits.estimates.take(request, reply);
      const time = { now: clock(), timezone };
      const read = readOrderToPrice(business, request.body, time);
      if (read === undefined) throw notAnObject();
      if (read.errors.length > 0) throw refuseFields(read.errors);
      const price = priceOrder(business, read.order, time);
      if (!price.ok) throw refuseFields([{ field: 'service_type', message: price.reason }]);
      reply.header('cache-control', 'no-store');
      return price.value;
    },
  );
}

export const notAnObject = () =>
  refuseFields([{ field: '', message: 'a JSON object is required' }]);
