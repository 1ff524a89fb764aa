import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { StaffAccess, StaffMember } from './staff-access.ts';

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
