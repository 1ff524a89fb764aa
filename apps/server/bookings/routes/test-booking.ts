import { randomUUID } from 'node:crypto';
import type { NewBooking, Problem } from '@deskbell/protocol';
import type { TestServer } from '@deskbell/testing/start-test-server.ts';

/** For tests: a Sunday morning in New York. */
export const MORNING = new Date('2026-11-22T15:00:00Z');

const home = { address_line_1: '350 5th Ave', city: 'New York', state: 'NY', zip_code: '10001' };
const beach = {
  address_line_1: '12 Main St',
  city: 'East Hampton',
  state: 'NY',
  zip_code: '11937',
};

/** For tests: three items on a Friday, $285. */
export const delivery: NewBooking = {
  order: {
    service_type: 'standard_delivery',
    standard_delivery_item_count: 3,
    item_description: '3 suitcases',
    pickup_date: '2026-12-04',
    pickup_address: home,
    delivery_address: beach,
  },
  contact: { name: 'Ada Byron', email: 'ada@example.com', phone: '(631) 555-0123' },
  expected_total_cents: 28500,
};

/** For tests: two bags to JFK, $150. */
export const transfer: NewBooking = {
  ...delivery,
  order: {
    service_type: 'blade_transfer',
    blade_bag_count: 2,
    transfer_direction: 'to_airport',
    blade_airport: 'JFK',
    blade_terminal: '4',
    blade_flight_date: '2026-12-04',
    blade_flight_time: '17:30',
    pickup_date: '2026-12-04',
    pickup_address: home,
  },
  expected_total_cents: 15000,
};

/** For tests: the middle size with a chosen hour, $2,125. */
export const move: NewBooking = {
  ...delivery,
  order: {
    service_type: 'mini_move',
    package_type: 'standard',
    pickup_date: '2026-12-04',
    pickup_time: 'morning_specific',
    pickup_hour: 9,
    pickup_address: home,
    delivery_address: beach,
  },
  expected_total_cents: 212500,
};

/** For tests: the same booking with some fields of its order changed; undefined takes one away. */
export function withOrder(booking: NewBooking, changes: Record<string, unknown>) {
  return { ...booking, order: { ...booking.order, ...changes } };
}

export interface Answer<Body = Record<string, unknown>> {
  status: number;
  headers: Headers;
  body: Body & Partial<Pick<Problem, 'code' | 'detail' | 'errors'>>;
}

/** For tests: one request with a JSON body, answered in JSON. */
export async function ask<Body = Record<string, unknown>>(
  server: TestServer,
  path: string,
  options: { method?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer<Body>> {
  const { method = options.body === undefined ? 'GET' : 'POST', body, headers } = options;
  const response = await fetch(server.url + path, {
    method,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Answer<Body>['body'],
  };
}

/** For tests: an account that is signed in. */
export async function signUp(
  server: TestServer,
  name: string,
  role: 'customer' | 'staff' | 'admin' = 'customer',
): Promise<{ id: string; headers: { cookie: string } }> {
  const id = randomUUID();
  const email = `${name.toLowerCase()}@example.com`;
  const password = 'correct horse 7';
  await server.signIn.createAccount({ id, name, email, password, role });
  const response = await fetch(`${server.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const cookies = response.headers.getSetCookie().map((line) => line.split(';', 1)[0]);
  return { id, headers: { cookie: cookies.join('; ') } };
}
