import {
  conversationDetailSchema,
  conversationPageSchema,
  conversationQuerySchema,
} from '@deskbell/protocol';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Database } from '../../platform/database.ts';
import { notFound } from '../../platform/http/record-id.ts';
import { withSchemas } from '../../platform/http/with-schemas.ts';
import { isUuid } from '../../platform/is-uuid.ts';
import { admitStaff, type StaffGate } from '../../platform/sign-in/admit-staff.ts';
import { findConversationRow, listConversationRows } from './conversation-rows.ts';
import { describeConversations, type ToolNames } from './describe-conversations.ts';
import { readTurns } from './read-turns.ts';

export interface ConversationRouteOptions extends StaffGate, ToolNames {
  database: Pick<Database, 'pool'>;
}

const threadParams = z.object({ thread_id: z.string().describe('A UUID.') });
const WHO_READS =
  'Who the customer is and what was said is null, and `is_redacted` true, for everybody but administrators.';

/**
 * What the front desk's conversations were, for staff. What customers and models said, and who the
 * customers are, is read for administrators only: for others it does not leave the database.
 */
export async function conversationRoutes(
  app: FastifyInstance,
  options: ConversationRouteOptions,
): Promise<void> {
  const { database, toolName, toolLabel } = options;
  const memberOf = admitStaff(app, options);
  const routes = withSchemas(app);

  routes.get(
    '/api/conversations',
    {
      schema: {
        summary: "The front desk's conversations",
        description: `The newest activity first. ${WHO_READS}`,
        tags: ['conversations'],
        querystring: conversationQuerySchema,
        response: { 200: conversationPageSchema },
      },
    },
    async (request) => {
      const { limit, cursor, ...filter } = request.query;
      const isRedacted = memberOf(request).role !== 'admin';
      const page = await listConversationRows({ database, limit, cursor }, filter);
      const rows = page.items;
      return {
        conversations: await describeConversations({ database, rows, isRedacted, toolName }),
        next_cursor: page.nextCursor,
      };
    },
  );

  routes.get(
    '/api/conversations/:thread_id',
    {
      schema: {
        summary: 'One conversation with its turns',
        description: `${WHO_READS} A session of the back office is none of these.`,
        tags: ['conversations'],
        params: threadParams,
        response: { 200: conversationDetailSchema },
        docs: { refusals: { not_found: 'Unknown, or expired.' } },
      },
    },
    async (request) => {
      const threadId = request.params.thread_id.toLowerCase();
      const isRedacted = memberOf(request).role !== 'admin';
      const row = isUuid(threadId) ? await findConversationRow(database, threadId) : undefined;
      if (row === undefined) throw notFound('conversation');
      const [[conversation], { turns, hasEarlierTurns }] = await Promise.all([
        describeConversations({ database, rows: [row], isRedacted, toolName }),
        readTurns({ database, threadId, isRedacted, toolName, toolLabel }),
      ]);
      if (conversation === undefined) throw notFound('conversation');
      return { ...conversation, turns, has_earlier_turns: hasEarlierTurns };
    },
  );
}
