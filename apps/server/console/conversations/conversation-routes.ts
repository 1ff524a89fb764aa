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
import { createSealedIds, openCursor, sealCursor } from './sealed-ids.ts';

export interface ConversationRouteOptions extends StaffGate, ToolNames {
  database: Pick<Database, 'pool'>;
  /** Of this server; makes the ids that staff are given. */
  secret: string;
}

const threadParams = z.object({
  thread_id: z.string().describe('As a list gave it; not the id that the customer has.'),
});
const WHO_READS =
  'Who the customer is and what was said is null, and `is_redacted` true, for everybody but administrators.';

/**
 * What the front desk's conversations were, for staff. What customers and models said, and who the
 * customers are, is told to administrators only. For others no question and no account is read at all,
 * and of answers only which tools ran.
 */
export async function conversationRoutes(
  app: FastifyInstance,
  options: ConversationRouteOptions,
): Promise<void> {
  const { database, toolName, toolLabel } = options;
  const ids = createSealedIds(options.secret);
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
      const page = await listConversationRows(
        { database, limit, cursor: openCursor(ids, cursor) },
        filter,
      );
      const rows = page.items;
      return {
        conversations: await describeConversations({
          database,
          rows,
          isRedacted,
          toolName,
          ids,
        }),
        next_cursor: sealCursor(ids, page.nextCursor),
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
      const sealed = request.params.thread_id.toLowerCase();
      if (!isUuid(sealed)) throw notFound('conversation');
      const threadId = ids.open(sealed);
      const isRedacted = memberOf(request).role !== 'admin';
      const row = await findConversationRow(database, threadId);
      if (row === undefined) throw notFound('conversation');
      const [[conversation], { turns, hasEarlierTurns }] = await Promise.all([
        describeConversations({ database, rows: [row], isRedacted, toolName, ids }),
        readTurns({ database, threadId, isRedacted, toolName, toolLabel, ids }),
      ]);
      if (conversation === undefined) throw notFound('conversation');
      return { ...conversation, turns, has_earlier_turns: hasEarlierTurns };
    },
  );
}
