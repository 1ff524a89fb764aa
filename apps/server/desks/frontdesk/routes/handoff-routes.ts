import {
  claimedHandoffSchema,
  claimHandoffSchema,
  type Handoff,
  handoffSchema,
  openedHandoffSchema,
  openHandoffSchema,
} from '@deskbell/protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  createHandoffStore,
  HANDOFF_MINUTES,
  type HandoffSource,
} from '../../../bookings/handoff-store.ts';
import {
  mayClaimHandoff,
  mayTouchThread,
  type ThreadVisitor,
} from '../../../chat/thread-access.ts';
import { readToolResults, type ShownResult } from '../../../chat/tool-results.ts';
import { createHourlyLimit } from '../../../platform/http/hourly-limit.ts';
import { HttpProblem } from '../../../platform/http/problem.ts';
import { idParams } from '../../../platform/http/record-id.ts';
import { KNOWS_CUSTOMERS } from '../../../platform/http/route-docs.ts';
import { withSchemas } from '../../../platform/http/with-schemas.ts';
import { isUuid } from '../../../platform/is-uuid.ts';
import { type FrontDeskContext, notFound } from './front-desk-context.ts';

const TOOL = 'build_booking_handoff';
const BODY_LIMIT_BYTES = 4 * 1024;
/** From one address; a customer who changes their mind needs a few. */
export const HANDOFFS_PER_HOUR = 60;

/** From the card in the chat to the booking form: opened with a click, then taken over once. */
export function handoffRoutes(app: FastifyInstance, context: FrontDeskContext): void {
  const { config, database, redis, clientAddress, clock } = context;
  const { checkOrigin, principalOf, ownerOf } = context;
  const routes = withSchemas(app);
  const handoffs = createHandoffStore({ database, clock });
  const limit = createHourlyLimit({
    points: HANDOFFS_PER_HOUR,
    name: 'handoffs',
    what: `opened the booking form ${HANDOFFS_PER_HOUR} times`,
    redis,
    clientAddress,
  });

  /** Refuses what is no handoff, is somebody else's, or is not the newest of its thread. */
  async function findNewest(source: HandoffSource, visitor: ThreadVisitor) {
    const found = await readToolResults({ database, turnId: source.turnId, tool: TOOL });
    if (found === undefined || !mayTouchThread(found.owner, visitor)) throw notFound('handoff');
    const asked = found.results.findLast((result) => isFrom(result, source));
    if (asked === undefined) throw found.isRunning ? beingPrepared() : notFound('handoff');
    if (asked !== found.results.at(-1)) throw superseded();
    if (!handoffSchema.safeParse(asked.result).success) throw notFound('handoff');
    // Not what the schema made of it: the form gets what the card shows, field for field.
    const { prefill_data: prefill } = asked.result as Handoff;
    return { owner: found.owner, prefill };
  }

  async function isSuperseded(source: HandoffSource): Promise<boolean> {
    const found = await readToolResults({ database, turnId: source.turnId, tool: TOOL });
    const newest = found?.results.at(-1);
    return newest !== undefined && !isFrom(newest, source);
  }

  routes.post(
    '/handoffs/',
    {
      bodyLimit: BODY_LIMIT_BYTES,
      schema: {
        summary: 'Open a handoff for the booking form',
        description: `For the newest handoff of a thread. Its values stay on the server for ${HANDOFF_MINUTES} minutes; \`booking_url\` leads to the booking form that may take them over. Opened again, it gets another id, and the one before stays good.`,
        tags: ['front desk'],
        security: KNOWS_CUSTOMERS,
        body: openHandoffSchema,
        response: { 201: openedHandoffSchema },
        docs: {
          refusals: {
            not_found: "Unknown, expired, somebody else's, or a call that gave no handoff.",
            turn_running: 'The call has given nothing yet; try again in a moment.',
            handoff_superseded: 'The thread has a newer handoff.',
            rate_limited: 'Too many handoffs; `Retry-After` says when it goes on.',
          },
        },
      },
    },
    async (request, reply) => {
      checkOrigin(request);
      const visitor = ownerOf(await principalOf(request, reply));
      await limit.take(request, reply);
      const source = { turnId: request.body.turn_id.toLowerCase(), callId: request.body.call_id };
      const { owner, prefill } = await findNewest(source, visitor);
      const { handoffId, expiresAt } = await handoffs.open({
        ...source,
        ownerId: owner.ownerId,
        prefill,
      });
      reply.code(201).header('cache-control', 'no-store');
      return {
        handoff_id: handoffId,
        expires_at: expiresAt.toISOString(),
        booking_url: `${originFor(request, config.publicUrl)}/book?handoff=${handoffId}`,
      };
    },
  );

  routes.post(
    '/handoffs/:id/claim/',
    {
      bodyLimit: BODY_LIMIT_BYTES,
      schema: {
        summary: 'Take over an opened handoff',
        description: `For the booking form. The first \`claim_key\` takes it, and may ask again until the ${HANDOFF_MINUTES} minutes are over. A customer's needs that customer's cookie; a visitor's is for whoever holds its id, signed in or not.`,
        tags: ['front desk'],
        security: KNOWS_CUSTOMERS,
        params: idParams,
        body: claimHandoffSchema,
        docs: {
          answers: {
            200: {
              description: 'The values, as the assistant prepared them.',
              schema: claimedHandoffSchema,
            },
          },
          refusals: {
            not_found: "Unknown, expired, taken over with another key, or somebody else's.",
            handoff_superseded: 'The thread has a newer handoff.',
          },
        },
      },
    },
    async (request, reply) => {
      checkOrigin(request);
      const { id } = request.params;
      const claimKey = request.body.claim_key.toLowerCase();
      const visitor = ownerOf(await principalOf(request, reply));
      const opened = isUuid(id) ? await handoffs.find(id) : undefined;
      const mayClaim =
        opened !== undefined &&
        mayClaimHandoff({ desk: visitor.desk, ownerId: opened.ownerId }, visitor);
      if (!mayClaim) throw notFound('handoff');
      // One that was taken over in time stays with its form, whatever is said in the chat since.
      if (opened.claimKey === null && (await isSuperseded(opened))) throw superseded();
      const prefillJson = await handoffs.claim(id, claimKey);
      if (prefillJson === undefined) throw notFound('handoff');
      // Bytes: a schema would put the fields into another order.
      return reply
        .header('cache-control', 'no-store')
        .type('application/json; charset=utf-8')
        .send(Buffer.from(`{"prefill_data":${prefillJson}}`));
    },
  );
}

/**
 * A page of this server is answered with its own origin: under another name than `PUBLIC_URL`
 * (127.0.0.1, an address of the local network) the form would not have the customer's cookie.
 */
function originFor({ headers: { origin, host } }: FastifyRequest, publicUrl: string): string {
  const isOwnPage = origin !== undefined && URL.parse(origin)?.host === host;
  return isOwnPage ? origin : publicUrl;
}

const isFrom = (result: ShownResult, source: HandoffSource): boolean =>
  result.turnId === source.turnId && result.callId === source.callId;

const superseded = (): HttpProblem =>
  new HttpProblem({
    code: 'handoff_superseded',
    detail: 'your booking details have changed since, please use the newest card in the chat',
  });

const beingPrepared = (): HttpProblem =>
  new HttpProblem({
    code: 'turn_running',
    detail: 'your booking details are still being prepared, please try again in a moment',
    isRetryable: true,
  });
