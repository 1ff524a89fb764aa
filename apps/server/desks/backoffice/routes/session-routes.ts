import {
  historyQuerySchema,
  historySchema,
  newSessionSchema,
  sessionListSchema,
  sessionQuerySchema,
} from '@deskbell/protocol';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { idParams } from '../../../platform/http/record-id.ts';
import { withSchemas } from '../../../platform/http/with-schemas.ts';
import { unknownSession } from '../send-message.ts';
import { sessionOwner } from '../session-owner.ts';
import { type ChatRouteContext, ownerQuery, sessionFor, tags } from './chat-route-context.ts';
import { readHistory } from './history.ts';
import { removeSession } from './remove-session.ts';

const unknown = { not_found: "There is no such session, or it is somebody else's." };

/** Sessions: made, listed, read and deleted. */
export function sessionRoutes(app: FastifyInstance, context: ChatRouteContext): void {
  const { sessions, database, desk, memberOf } = context;
  const routes = withSchemas(app);

  routes.post(
    '/api/chat/sessions',
    {
      schema: {
        tags,
        summary: 'Begin a session',
        querystring: ownerQuery,
        body: z.strictObject({}).nullish(),
        response: { 201: newSessionSchema },
      },
    },
    async (request, reply) => {
      const owner = sessionOwner(memberOf(request), request.query.user_id);
      const { id, startedAt } = await sessions.create({ owner });
      return reply.code(201).send({
        id,
        user_id: owner.ownerId,
        started_at: startedAt.toISOString(),
        message_count: 0,
      });
    },
  );

  routes.get(
    '/api/chat/sessions',
    {
      schema: {
        tags,
        summary: 'List sessions, the newest activity first',
        description: '`session_count` is the number of sessions in the list.',
        querystring: sessionQuerySchema,
        response: { 200: sessionListSchema },
      },
    },
    async (request) => {
      const { user_id, limit } = request.query;
      const owner = sessionOwner(memberOf(request), user_id);
      const listed = await sessions.list({ owner, limit });
      return {
        user_id: owner.ownerId,
        session_count: listed.length,
        sessions: listed.map((session) => ({
          id: session.id,
          started_at: session.startedAt.toISOString(),
          last_activity: session.lastActivity.toISOString(),
          message_count: session.messageCount,
          metadata: session.metadata,
        })),
      };
    },
  );

  routes.delete(
    '/api/chat/sessions/:id',
    {
      schema: {
        tags,
        summary: 'Delete a session and everything said in it',
        description: 'A turn that runs in it is stopped first.',
        params: idParams,
        querystring: ownerQuery,
        docs: { answers: { 204: { description: 'It is gone.' } }, refusals: unknown },
      },
    },
    async (request, reply) => {
      const session = await sessionFor(context, request, request.params.id);
      await removeSession({ ...context, session });
      return reply.code(204).send();
    },
  );

  routes.get(
    '/api/chat/history/:id',
    {
      schema: {
        tags,
        summary: 'Read the latest messages of a session, oldest first',
        description:
          'An answer is listed once its turn has ended; until then `running_turn_id` names the turn. An answer has the id of its turn.',
        params: idParams,
        querystring: historyQuerySchema,
        response: { 200: historySchema },
        docs: { refusals: unknown },
      },
    },
    async (request) => {
      const session = await sessionFor(context, request, request.params.id);
      const { limit } = request.query;
      const history = await readHistory({ database, desk, session, limit });
      if (history === undefined) throw unknownSession();
      return history;
    },
  );
}
