import { chatEventSchema, chatRequestSchema } from '@deskbell/protocol';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { readLastEventNumber } from '../../../chat/http/last-event-number.ts';
import { IDEMPOTENCY_KEY_DOCS, streamDocs } from '../../../chat/http/stream-docs.ts';
import { keyReused, serverDraining, turnRunning } from '../../../chat/http/turn-refusals.ts';
import type { TurnLog } from '../../../chat/turn-log.ts';
import { streamTurn } from '../../../chat/turn-stream.ts';
import { addressKey } from '../../../platform/http/client-address.ts';
import { readIdempotencyKey } from '../../../platform/http/idempotency-key.ts';
import { HttpProblem } from '../../../platform/http/problem.ts';
import { KNOWS_CUSTOMERS } from '../../../platform/http/route-docs.ts';
import { withSchemas } from '../../../platform/http/with-schemas.ts';
import { isUuid } from '../../../platform/is-uuid.ts';
import {
  createRateLimit,
  type RateLimitDecision,
  rateLimitHeaders,
} from '../../../platform/rate-limit.ts';
import type { FrontDeskPrincipal } from '../principal.ts';
import { type FrontDeskContext, notFound } from './front-desk-context.ts';

const CHAT = '/chat/';
const BODY_LIMIT_BYTES = 16 * 1024;

const turnParams = z.object({ turn_id: z.string().describe('A UUID.') });
/** Asking, resuming and stopping. */
export function chatRoutes(app: FastifyInstance, context: FrontDeskContext): void {
  const { config, desk, runner, reader, redis, clientAddress } = context;
  const { checkOrigin, principalOf, ownerOf } = context;
  const routes = withSchemas(app);
  const messageLimit = createRateLimit({
    points: config.frontDeskMessagesPerHour,
    durationSeconds: 3600,
    redis,
    name: 'front-desk',
  });

  /** From here on the response is the stream's, headers set so far included. */
  function stream(reply: FastifyReply, log: TurnLog, after: number): void {
    reply.header('x-thread-id', log.threadId).hijack();
    streamTurn({ response: reply.raw, headers: reply.getHeaders(), log, after });
  }

  async function replay(
    reply: FastifyReply,
    turnId: string,
    principal: FrontDeskPrincipal,
  ): Promise<void> {
    const log = await reader.find(turnId, ownerOf(principal), 'orWhole');
    if (log === undefined) throw notFound('thread');
    stream(reply, log, 0);
  }

  routes.post(
    CHAT,
    {
      bodyLimit: BODY_LIMIT_BYTES,
      schema: {
        summary: 'Ask, and get the answer as a stream',
        description: `The first use of a \`thread_id\` creates the thread; without one the server makes it. The history of a thread is the server's. Leaving the stream stops nothing: the turn goes on and can be resumed.`,
        tags: ['front desk'],
        security: KNOWS_CUSTOMERS,
        body: chatRequestSchema,
        docs: {
          headers: { 'idempotency-key': IDEMPOTENCY_KEY_DOCS },
          answers: {
            200: {
              ...streamDocs,
              headers: {
                ...streamDocs.headers,
                'ratelimit-limit': 'Messages an hour from one address.',
                'ratelimit-remaining': 'How many of them are left.',
                'ratelimit-reset': 'Seconds until all of them are back.',
              },
            },
          },
          events: chatEventSchema,
          refusals: {
            not_found: "The thread is somebody else's.",
            turn_running: 'The message before is still being answered.',
            idempotency_mismatch: 'The key was used for another message.',
            rate_limited: 'Too many messages; `Retry-After` says when it goes on.',
          },
        },
      },
    },
    async (request, reply) => {
      checkOrigin(request);
      const principal = await principalOf(request, reply);
      const address = addressKey(clientAddress(request));
      const threadId = request.body.thread_id?.toLowerCase();
      const turn = {
        text: request.body.message,
        threadId,
        idempotencyKey: readIdempotencyKey(request, keyScope(threadId, principal, address)),
      };
      // A request that was made before does not count: it is looked up only when it is refused, as
      // one too many or because its key is taken, and then gives its point back.
      const decision = await messageLimit.consume(address);
      const owner = ownerOf(principal);
      const outcome = decision.allowed
        ? await runner.start({ ...turn, desk, principal, owner })
        : await runner.findReplay(turn);
      if (outcome === undefined) throw tooManyMessages(decision);
      if (outcome.kind !== 'started') await messageLimit.giveBack(address);
      if (outcome.kind === 'replayed') return replay(reply, outcome.turnId, principal);
      if (outcome.kind === 'key_reused') throw keyReused();

      reply.headers(rateLimitHeaders(decision));
      switch (outcome.kind) {
        case 'started':
          return stream(reply, outcome.log, 0);
        case 'draining':
          throw serverDraining();
        case 'thread_not_found':
          throw notFound('thread');
        case 'turn_running':
          throw turnRunning();
      }
    },
  );

  const resume = {
    exposeHeadRoute: false,
    schema: {
      summary: "Resume a turn's stream",
      description:
        'Every event after number n, once: while the turn runs and for five minutes after its end, from any server process. After a crash the turn is `interrupted` within ten seconds, and its stream is a `snapshot` of what was stored and an `error`.',
      tags: ['front desk'],
      security: KNOWS_CUSTOMERS,
      params: turnParams,
      docs: {
        headers: { 'last-event-id': 'The last event that the client has: `<turn_id>:<n>`.' },
        query: { after: 'The same as a number alone; 0, the whole stream, without either.' },
        answers: { 200: streamDocs },
        events: chatEventSchema,
        refusals: {
          invalid_request: 'The last event is of another turn, or no number.',
          not_found: "Unknown, expired, or somebody else's.",
        },
      },
    },
  };
  routes.get(`${CHAT}:turn_id/`, resume, async (request, reply) => {
    const { turn_id } = request.params;
    const turnId = turn_id.toLowerCase();
    const after = readLastEventNumber(request, turnId);
    const principal = await principalOf(request, reply);
    const log = isUuid(turnId) ? await reader.find(turnId, ownerOf(principal)) : undefined;
    if (log === undefined) throw notFound('turn');
    stream(reply, log, after);
  });

  routes.post(
    `${CHAT}:turn_id/stop/`,
    {
      schema: {
        summary: 'Stop a turn',
        description:
          'From any tab and any server process. The turn ends with `done` and `stopped: true`; what was said is kept. A turn that has ended stays as it is.',
        tags: ['front desk'],
        security: KNOWS_CUSTOMERS,
        params: turnParams,
        docs: {
          answers: { 202: { description: 'The turn is being stopped.' } },
          refusals: { not_found: "Unknown, expired, or somebody else's." },
        },
      },
    },
    async (request, reply) => {
      checkOrigin(request);
      const { turn_id } = request.params;
      const principal = await principalOf(request, reply);
      const isKnown =
        isUuid(turn_id) && (await reader.mayRead(turn_id.toLowerCase(), ownerOf(principal)));
      if (!isKnown) throw notFound('turn');
      await runner.requestStop(turn_id.toLowerCase());
      return reply.code(202).send();
    },
  );
}

/** A thread's id is as good as a secret, and stays the same when a phone changes networks. */
function keyScope(
  threadId: string | undefined,
  principal: FrontDeskPrincipal,
  address: string,
): string {
  const sender = principal.kind === 'customer' ? `customer ${principal.customerId}` : address;
  return `frontdesk ${threadId ?? sender}`;
}

function tooManyMessages(decision: RateLimitDecision): HttpProblem {
  const minutes = Math.ceil(decision.retryAfterSeconds / 60);
  return new HttpProblem({
    code: 'rate_limited',
    detail: `you have sent ${decision.limit} messages within the hour, please try again in ${minutes} minute${minutes === 1 ? '' : 's'}`,
    headers: rateLimitHeaders(decision),
  });
}
