import {
  operationalContextSchema,
  staffChatAnswerSchema,
  staffChatEventSchema,
  staffChatRequestSchema,
  userIdQuery,
} from '@deskbell/protocol';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { readLastEventNumber } from '../../../chat/http/last-event-number.ts';
import { IDEMPOTENCY_KEY_DOCS, streamDocs } from '../../../chat/http/stream-docs.ts';
import { readIdempotencyKey } from '../../../platform/http/idempotency-key.ts';
import { notFound } from '../../../platform/http/record-id.ts';
import { withSchemas } from '../../../platform/http/with-schemas.ts';
import { isUuid } from '../../../platform/is-uuid.ts';
import { BACK_OFFICE, sessionOwner } from '../session-owner.ts';
import {
  type ChatRouteContext,
  type OwnerRequest,
  ownerQuery,
  sessionFor,
  tags,
} from './chat-route-context.ts';
import { readAnswer, streamAnswer } from './send-answer.ts';

const BODY_LIMIT_BYTES = 64 * 1024;

const unknown = { not_found: "There is no such turn, it is somebody else's, or too old." };
const streamed = {
  ...streamDocs,
  headers: {
    'x-turn-id': streamDocs.headers['x-turn-id'],
    'x-session-id': 'The session, for the next message.',
  },
};
const turnParams = z.object({ turn_id: z.string().describe('A UUID.') });
const resumeQuery = z.strictObject({
  ...userIdQuery,
  after: z
    .string()
    .optional()
    .describe('The number of the last event that the client has; 0 without one.'),
});

/** Messages and their turns, and the numbers behind the answers. */
export function messageRoutes(app: FastifyInstance, context: ChatRouteContext): void {
  const { sessions, runner, reader, clock, memberOf } = context;
  const routes = withSchemas(app);

  routes.post(
    '/api/chat',
    {
      bodyLimit: BODY_LIMIT_BYTES,
      schema: {
        tags,
        summary: 'Send a message',
        description: [
          'Without a `session_id` a session is made. The header `X-Session-ID` of the answer names it, `X-Turn-Id` the turn.',
          'With `stream: true` the answer is `text/event-stream`: text as unnamed events, all else as the named events `tool_call`, `tool_result`, `snapshot`, `done` and `error`. A snapshot replaces the text so far.',
          'With the same `Idempotency-Key` the same message gives the same turn.',
        ].join('\n\n'),
        querystring: ownerQuery,
        body: staffChatRequestSchema,
        response: { 200: staffChatAnswerSchema },
        docs: {
          headers: { 'idempotency-key': IDEMPOTENCY_KEY_DOCS },
          answers: { 200: streamed },
          events: staffChatEventSchema,
          refusals: {
            not_found: "There is no such session, or it is somebody else's.",
            turn_running: 'The message before this one is still being answered.',
            idempotency_mismatch: 'The `Idempotency-Key` was used for another message.',
            rate_limited: 'Too many messages a minute, or the tokens of the day are used up.',
            model_unavailable: 'The turn failed.',
            timeout: 'The turn took too long.',
            interrupted: 'The process that ran the turn ended.',
            unavailable: 'The server is restarting.',
          },
        },
      },
    },
    async (request, reply) => {
      const { message, session_id, stream } = request.body;
      const member = memberOf(request);
      const { owner, sessionId } =
        session_id == null
          ? { owner: sessionOwner(member, request.query.user_id), sessionId: undefined }
          : await sessionFor(context, request, session_id);
      const scope = `${BACK_OFFICE} ${owner.ownerId} ${sessionId ?? 'new'}`;
      const { log, headers } = await context.sendMessage({
        member,
        owner,
        sessionId,
        text: message,
        idempotencyKey: readIdempotencyKey(request, scope),
      });
      reply.headers(headers);
      if (stream) return streamAnswer(reply, log, 0);
      const answer = await readAnswer(reply, log);
      if (answer === undefined) return;
      const { model, degraded, reason } = answer.done;
      const endedAt = (await sessions.endOf(log.turnId)) ?? clock();
      return {
        session_id: log.threadId,
        message: answer.message,
        timestamp: endedAt.toISOString(),
        turn_id: log.turnId,
        message_id: log.turnId,
        model,
        degraded,
        reason,
      };
    },
  );

  const noSuchTurn = () => notFound('turn, or it ended too long ago');

  async function turnFor(request: OwnerRequest, text: string) {
    const turnId = text.toLowerCase();
    const sessionId = isUuid(turnId) ? await sessions.sessionOf(turnId) : undefined;
    if (sessionId === undefined) throw noSuchTurn();
    const { owner } = await sessionFor(context, request, sessionId, noSuchTurn);
    return { turnId, owner };
  }

  routes.get(
    '/api/chat/turns/:turn_id',
    {
      exposeHeadRoute: false,
      schema: {
        tags,
        summary: 'Read the stream of a turn again',
        description:
          'Sends the events after the one that `Last-Event-ID` or `after` names, whether the turn still runs or ended less than 5 minutes ago; from any server process.',
        params: turnParams,
        querystring: resumeQuery,
        docs: {
          headers: { 'last-event-id': '`<turn_id>:<n>`: the last event the client has.' },
          answers: { 200: streamed },
          events: staffChatEventSchema,
          refusals: unknown,
        },
      },
    },
    async (request, reply) => {
      const { turnId, owner } = await turnFor(request, request.params.turn_id);
      const after = readLastEventNumber(request, turnId);
      const log = await reader.find(turnId, owner);
      if (log === undefined) throw noSuchTurn();
      streamAnswer(reply, log, after);
    },
  );

  routes.post(
    '/api/chat/turns/:turn_id/stop',
    {
      schema: {
        tags,
        summary: 'Stop a turn',
        description: 'It ends at once, wherever it runs. What was said is kept.',
        params: turnParams,
        querystring: ownerQuery,
        docs: { answers: { 202: { description: 'It ends.' } }, refusals: unknown },
      },
    },
    async (request, reply) => {
      const { turnId } = await turnFor(request, request.params.turn_id);
      await runner.requestStop(turnId);
      return reply.code(202).send();
    },
  );

  routes.get(
    '/api/chat/context',
    {
      schema: {
        tags,
        summary: 'The state of the back office in numbers',
        description: 'At most 5 minutes old; made anew at once when an execution has failed.',
        response: { 200: operationalContextSchema },
      },
    },
    () => context.context.read(),
  );
}
