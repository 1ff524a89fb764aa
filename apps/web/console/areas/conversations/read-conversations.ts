import type { Conversation, ConversationDetail, ConversationPage } from '@deskbell/protocol';
import { queryOptions } from '@tanstack/react-query';
import { request, withQuery } from '../../api/request.ts';
import type { ListPage } from '../../live/live-list.ts';
import type { ConversationsSearch } from './search.ts';

const PAGE_SIZE = 50;
/** Conversations are not in the live stream: they are asked for while the page can be seen. */
export const POLL_EVERY_MS = 10_000;

/** One page of the list, the newest activity first. */
export async function readConversations(
  filters: ConversationsSearch,
  { cursor, signal }: { cursor: string | undefined; signal: AbortSignal },
): Promise<ListPage<Conversation>> {
  const path = withQuery('/api/conversations', { ...filters, limit: PAGE_SIZE, cursor });
  const page = await request<ConversationPage>(path, { signal });
  return { rows: page.conversations, nextCursor: page.next_cursor };
}

export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: ['conversation', id],
    queryFn: ({ signal }) =>
      request<ConversationDetail>(`/api/conversations/${encodeURIComponent(id)}`, { signal }),
    refetchInterval: POLL_EVERY_MS,
  });
