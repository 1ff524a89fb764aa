import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpProblem } from '../http/problem.ts';
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
 *
 * A page of another site cannot know an API key, so requests with one would be safe without the
 * check of the origin. They pass it anyway: programs send no `Origin`, and one rule is simpler.
 */
export function admitStaff(
  app: FastifyInstance,
  { staff, checkSameOrigin }: StaffGate,
): (request: FastifyRequest) => StaffMember {
  return admit(app, { staff, checkSameOrigin, onlyAdmins: false });
}

/** `admitStaff`, and of staff only administrators: 403 for the others. */
export function admitAdmins(
  app: FastifyInstance,
  { staff, checkSameOrigin }: StaffGate,
): (request: FastifyRequest) => StaffMember {
  return admit(app, { staff, checkSameOrigin, onlyAdmins: true });
}

function admit(
  app: FastifyInstance,
  { staff, checkSameOrigin, onlyAdmins }: StaffGate & { onlyAdmins: boolean },
): (request: FastifyRequest) => StaffMember {
  const members = new WeakMap<FastifyRequest, StaffMember>();
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    if (request.method !== 'GET' && request.method !== 'HEAD') checkSameOrigin(request);
    const member = await staff.staffFor(request, reply);
    if (onlyAdmins && member.role !== 'admin') {
      throw new HttpProblem({ code: 'forbidden', detail: 'this is for administrators only' });
    }
    members.set(request, member);
  });
  return (request) => {
    const member = members.get(request);
    if (member === undefined) throw new Error('A route for staff was reached without one.');
    return member;
  };
}
