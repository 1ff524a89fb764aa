import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { HttpProblem } from '../../platform/http/problem.ts';
import type { StaffAccess, StaffMember } from '../../platform/sign-in/staff-access.ts';

export interface StaffGate {
  staff: StaffAccess;
  /** Throws when a page of another site sent the request. */
  checkSameOrigin: (request: FastifyRequest) => void;
}

/**
 * Lets only staff through to the routes registered on `app`, before anything of the request is
 * looked at, and requests that change something only from our own pages or from programs. The
 * returned function says who sent a request that got through.
 */
export function admitStaff(
  app: FastifyInstance,
  { staff, checkSameOrigin }: StaffGate,
): (request: FastifyRequest) => StaffMember {
  const members = new WeakMap<FastifyRequest, StaffMember>();
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    if (request.method !== 'GET' && request.method !== 'HEAD') checkSameOrigin(request);
    members.set(request, await staff.staffFor(request, reply));
  });
  return (request) => {
    const member = members.get(request);
    if (member === undefined) throw new Error('A route for staff was reached without one.');
    return member;
  };
}

export const withSchemas = (app: FastifyInstance) => app.withTypeProvider<ZodTypeProvider>();

export const idParams = z.object({ id: z.string() });

/** The id in lower case. Throws a 404 problem for what is no UUID: there can be no such record. */
export function readId({ id }: { id: string }, what: string): string {
  if (!z.uuid().safeParse(id).success) throw notFound(what);
  return id.toLowerCase();
}

export const notFound = (what: string): HttpProblem =>
  new HttpProblem({ code: 'not_found', detail: `there is no such ${what}` });
