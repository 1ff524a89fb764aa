import type { Conversation } from '@deskbell/protocol';
import type { Database } from '../../platform/database.ts';
import { isUuid } from '../../platform/is-uuid.ts';
import type { ConversationRow } from './conversation-rows.ts';

const SHOWN_CHARACTERS = 200;

/** Who a conversation was with and what it began with. For administrators only. */
export type ConversationIdentity = Pick<Conversation, 'customer' | 'first_question'>;

/** By thread. */
export async function readIdentities(
  { pool }: Pick<Database, 'pool'>,
  rows: readonly Pick<ConversationRow, 'thread_id' | 'owner_id'>[],
): Promise<Map<string, ConversationIdentity>> {
  const owners = rows.flatMap(({ owner_id: id }) => (id !== null && isUuid(id) ? [id] : []));
  const [accounts, questions] = await Promise.all([
    pool.query<{ id: string; name: string; email: string }>(
      'select id, name, email from users where id = any($1::uuid[])',
      [owners],
    ),
    pool.query<{ thread_id: string; content: { text: string } }>(
      `select shown.id as thread_id, asked.content
       from unnest($1::uuid[]) as shown (id)
       cross join lateral (
         select id from turns where thread_id = shown.id order by accepted_at limit 1
       ) as first
       cross join lateral (
         select content from messages where turn_id = first.id and role = 'user'
         order by position limit 1
       ) as asked`,
      [rows.map(({ thread_id }) => thread_id)],
    ),
  ]);
  const accountOf = new Map(accounts.rows.map(({ id, name, email }) => [id, { name, email }]));
  const questionOf = new Map(
    questions.rows.map(({ thread_id, content }) => [thread_id, content.text]),
  );
  return new Map(
    rows.map(({ thread_id: threadId, owner_id: ownerId }) => [
      threadId,
      {
        customer: accountOf.get(ownerId ?? '') ?? null,
        first_question: beginningOf(questionOf.get(threadId)),
      },
    ]),
  );
}

/** Whole characters, so that a pair of code units is never cut in two. */
function beginningOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  const characters = [...text];
  return characters.length <= SHOWN_CHARACTERS
    ? text
    : `${characters.slice(0, SHOWN_CHARACTERS - 1).join('')}…`;
}
