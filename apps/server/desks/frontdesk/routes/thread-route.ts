import { threadSchema } from '@deskbell/protocol';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { readThread } from '../../../chat/thread-view.ts';
import { KNOWS_CUSTOMERS } from '../../../platform/http/route-docs.ts';
import { withSchemas } from '../../../platform/http/with-schemas.ts';
import { isUuid } from '../../../platform/is-uuid.ts';
import { type FrontDeskContext, notFound } from './front-desk-context.ts';

const threadParams = z.object({ thread_id: z.string().describe('A UUID.') });

export function threadRoute(
  app: FastifyInstance,
  { database, desk, principalOf, ownerOf }: FrontDeskContext,
): void {
  withSchemas(app).get(
    '/threads/:thread_id/',
    {
      schema: {
        summary: 'The messages of a thread',
        description:
          'Oldest first, for a page that was reloaded. While `running_turn_id` is set, resume that turn from its first event: its answer is not in the list yet.',
        tags: ['front desk'],
        security: KNOWS_CUSTOMERS,
        params: threadParams,
        response: { 200: threadSchema },
        docs: { refusals: { not_found: "Unknown, expired, or somebody else's." } },
      },
    },
    async (request, reply) => {
      const threadId = request.params.thread_id.toLowerCase();
      const visitor = ownerOf(await principalOf(request, reply));
      const thread = isUuid(threadId)
        ? await readThread({ database, desk, threadId, visitor })
        : undefined;
      if (thread === undefined) throw notFound('thread');
      reply.header('cache-control', 'no-store');
      return thread;
    },
  );
}
