import { liveEventSchema } from '@deskbell/protocol';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { serverDraining } from '../chat/http/turn-refusals.ts';
import { HttpProblem } from '../platform/http/problem.ts';
import '../platform/http/route-docs.ts';
import { admitStaff, type StaffGate } from '../platform/sign-in/admit-staff.ts';
import type { LiveStreams } from './live-streams.ts';

const DESCRIPTION = [
  'What is new and what has changed, for as long as the stream is open: mail, what became of it, what people decided, bookings. The records are as their lists give them, of a mail all that came of it. What retention deletes is not told.',
  'Changes of 200 ms come in one event. More than 200 of them at once, more than 512 KiB, or changes that the server may have missed are a `resync`: read again what you show. Nothing is replayed: a client that lost its stream opens another one and, after `hello`, reads again what it shows.',
  'A stream ends within 30 seconds after its reader has signed out, has lost the role or whose key was revoked, at once when the server restarts, and when its reader takes nothing for 30 seconds or falls 1 MiB behind.',
].join('\n\n');

const schema = {
  summary: 'Changes as they happen',
  description: DESCRIPTION,
  tags: ['work'],
  querystring: z.strictObject({}),
  docs: {
    answers: {
      200: { type: 'text/event-stream', description: 'Events without an id.' },
    },
    events: liveEventSchema,
    refusals: {
      rate_limited: 'Twenty streams of the same account or key are open in this process.',
      unavailable: 'The server is restarting.',
    },
  },
} as const;

export interface LiveRouteOptions extends StaffGate {
  live: { streams: LiveStreams };
}

/** `GET /api/live`, as docs/api.md describes it. */
export async function liveRoutes(app: FastifyInstance, options: LiveRouteOptions): Promise<void> {
  const { staff, live } = options;
  const { streams } = live;
  const staffMember = admitStaff(app, options);

  async function isStillStaff(request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
    try {
      await staff.staffFor(request, reply);
      return true;
    } catch (error) {
      if (error instanceof HttpProblem && [401, 403].includes(error.status)) return false;
      throw error;
    } finally {
      // The head is sent, and the reply would collect them.
      reply.removeHeader('set-cookie');
    }
  }

  // Without HEAD, which would get a stream that never ends.
  app.get('/api/live', { exposeHeadRoute: false, schema }, async (request, reply) => {
    const { userId } = staffMember(request);
    if (streams.isClosed) throw serverDraining();
    if (!streams.hasRoomFor(userId)) {
      throw new HttpProblem({
        code: 'rate_limited',
        detail: 'too many windows with live changes are open, please close some of them',
        headers: { 'retry-after': '30' },
      });
    }
    const headers = reply.getHeaders();
    reply.hijack();
    const { cookie, authorization, 'x-api-key': key } = request.headers;
    streams.add({
      response: reply.raw,
      headers,
      userId,
      credentials: JSON.stringify([cookie, authorization, key]),
      isStillAllowed: () => isStillStaff(request, reply),
    });
  });
}
