import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HttpProblem } from '../platform/http/problem.ts';
import type { StaffAccess } from '../platform/sign-in/staff-access.ts';
import { sendPage, sendUncached } from '../website/send-page.ts';
import type { StaffPages } from './staff-pages.ts';

export const SIGN_IN_PATH = '/staff/sign-in';

/** A longer address is not carried through the sign-in: it may not fit into a header. */
const MAX_CARRIED_CHARACTERS = 2_000;

export interface ConsoleRouteOptions {
  staff: StaffAccess;
  pages: StaffPages;
}

/**
 * The console's page at /staff and everything under it, for staff: the client knows which of these
 * addresses there are. Whoever is not signed in is sent to the sign-in, customers are told. The page
 * is the same for everybody and holds no data; the wall is the API.
 */
export async function consoleRoutes(
  app: FastifyInstance,
  { staff, pages }: ConsoleRouteOptions,
): Promise<void> {
  const hidden = { schema: { hide: true } };

  app.get(SIGN_IN_PATH, hidden, (request, reply) =>
    sendPage(request, reply, { page: pages.signIn, statusCode: 200 }),
  );

  const sendConsole = async (request: FastifyRequest, reply: FastifyReply) => {
    reply.header('cache-control', 'no-store');
    const refusal = await refusalOf(staff.staffFor(request, reply));
    if (refusal?.code === 'not_signed_in') {
      return reply.redirect(signInAddress(request.raw.url ?? '/staff'), 302);
    }
    if (refusal?.code === 'forbidden') {
      return sendUncached(request, reply, { page: pages.notStaff, statusCode: 403 });
    }
    if (refusal !== undefined) throw refusal;
    return sendUncached(request, reply, { page: pages.console, statusCode: 200 });
  };
  app.get('/staff', hidden, sendConsole);
  app.get('/staff/*', hidden, sendConsole);
}

/** Undefined when the member of staff was let in. */
async function refusalOf(entrance: Promise<unknown>): Promise<HttpProblem | undefined> {
  try {
    await entrance;
    return undefined;
  } catch (error) {
    if (error instanceof HttpProblem) return error;
    throw error;
  }
}

function signInAddress(address: string): string {
  const next = address.length > MAX_CARRIED_CHARACTERS ? '/staff' : address;
  return next === '/staff' ? SIGN_IN_PATH : `${SIGN_IN_PATH}?next=${encodeURIComponent(next)}`;
}
