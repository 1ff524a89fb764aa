import type { Notification } from '@deskbell/protocol';
import { request, withQuery } from '../../api/request.ts';
import type { ListPage } from '../../live/live-list.ts';

const PAGE_SIZE = 50;

/** One page of the list, newest first. */
export async function readNotifications({
  cursor,
  signal,
}: {
  cursor: string | undefined;
  signal: AbortSignal;
}): Promise<ListPage<Notification>> {
  const path = withQuery('/api/notifications', { limit: PAGE_SIZE, cursor });
  const page = await request<{ notifications: Notification[]; next_cursor: string | null }>(path, {
    signal,
  });
  return { rows: page.notifications, nextCursor: page.next_cursor };
}
