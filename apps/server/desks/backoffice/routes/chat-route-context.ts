import { userIdQuery } from '@deskbell/protocol';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { SessionStore } from '../../../chat/session-store.ts';
import type { HttpProblem } from '../../../platform/http/problem.ts';
import type { StaffMember } from '../../../platform/sign-in/staff-access.ts';
import { type FoundSession, findSession } from '../find-session.ts';
import { unknownSession } from '../send-message.ts';
import type { BackOfficeRouteOptions } from './back-office-routes.ts';

export const tags = ['back office chat'];

/** A query that can only say whose sessions are meant. */
export const ownerQuery = z.strictObject(userIdQuery);

/** What the routes of the chat share. */
export interface ChatRouteContext extends BackOfficeRouteOptions {
  sessions: SessionStore;
  /** Who sent a request of staff. */
  memberOf(request: FastifyRequest): StaffMember;
}

/** A request whose query may say whose sessions are meant. */
export type OwnerRequest = FastifyRequest<{ Querystring: { user_id?: string | undefined } }>;

/** The session a request is about. Throws `missing` when it may not touch it. */
export async function sessionFor(
  { sessions, memberOf }: ChatRouteContext,
  request: OwnerRequest,
  sessionId: string,
  missing: () => HttpProblem = unknownSession,
): Promise<FoundSession> {
  const session = await findSession({
    sessions,
    member: memberOf(request),
    userId: request.query.user_id,
    sessionId,
  });
  if (session === undefined) throw missing();
  return session;
}
