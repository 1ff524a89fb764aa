import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Database } from '../../platform/database.ts';
import { createHourlyLimit } from '../../platform/http/hourly-limit.ts';
import type { Redis } from '../../platform/redis.ts';
import type { SignIn } from '../../platform/sign-in/sign-in.ts';
import type { StaffAccess } from '../../platform/sign-in/staff-access.ts';
import type { BookingObserver, WithNewBooking } from '../booking-observer.ts';
import { createBookingStore } from '../booking-store.ts';
import type { Business } from '../business.ts';
import { makeBookingRoute } from './make-booking-route.ts';
import { ownBookingsRoute } from './own-bookings-route.ts';
import { questionRoutes } from './question-routes.ts';
import { staffBookingRoutes } from './staff-booking-routes.ts';

/** Cheap reads: an address that asks more often within the hour is a program gone wrong. */
export const AVAILABILITY_PER_HOUR = 600;
/** Prices, and attempts to book, whatever comes of them. */
export const ESTIMATES_PER_HOUR = 600;

export interface BookingRouteOptions {
  business: Business;
  database: Database;
  signIn: Pick<SignIn, 'customerFor'>;
  /** Undefined: there is no back office, and nobody reads all bookings. */
  staff: StaffAccess | undefined;
  clientAddress: (request: FastifyRequest) => string;
  /** Throws when a page of another site sent the request. */
  checkSameOrigin: (request: FastifyRequest) => void;
  bookingsPerHour: number;
  /** Undefined: a booking is all there is. */
  withNewBooking: WithNewBooking | undefined;
  observer: BookingObserver | undefined;
  /** Shares the limits with other processes. */
  redis: Redis | undefined;
  timezone: string;
  clock: () => Date;
}

/** The booking API: questions before a booking, making one, one's own, and all of them for staff. */
export async function bookingRoutes(
  app: FastifyInstance,
  options: BookingRouteOptions,
): Promise<void> {
  const { staff, redis, clientAddress, bookingsPerHour } = options;
  const store = createBookingStore(options.database, options.withNewBooking);
  const limits = {
    availability: createHourlyLimit({
      points: AVAILABILITY_PER_HOUR,
      name: 'availability',
      what: `asked ${AVAILABILITY_PER_HOUR} times which days are free`,
      redis,
      clientAddress,
    }),
    estimates: createHourlyLimit({
      points: ESTIMATES_PER_HOUR,
      name: 'estimates',
      what: `asked for ${ESTIMATES_PER_HOUR} prices`,
      redis,
      clientAddress,
    }),
    bookings: createHourlyLimit({
      points: bookingsPerHour,
      name: 'bookings',
      what: `made ${bookingsPerHour} booking${bookingsPerHour === 1 ? '' : 's'}`,
      redis,
      clientAddress,
    }),
  };
  await app.register(questionRoutes, { ...options, limits });
  await app.register(makeBookingRoute, { ...options, store, limits });
  await app.register(ownBookingsRoute, options);
  if (staff !== undefined) await app.register(staffBookingRoutes, { ...options, staff, store });
}
