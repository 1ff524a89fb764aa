import type { Review } from '@deskbell/protocol';
import { queryOptions } from '@tanstack/react-query';
import { request, withQuery } from '../../api/request.ts';
import type { ListPage } from '../../live/live-list.ts';

const PAGE_SIZE = 50;
const MOST_LOOKED_AT = 100;

type Page = { reviews: Review[]; next_cursor: string | null };

export async function readReviews(
  status: Review['status'],
  { cursor, signal }: { cursor: string | undefined; signal: AbortSignal },
): Promise<ListPage<Review>> {
  const path = withQuery('/api/reviews', { status, limit: PAGE_SIZE, cursor });
  const page = await request<Page>(path, { signal });
  return { rows: page.reviews, nextCursor: page.next_cursor };
}

export const readReview = (id: string, signal?: AbortSignal): Promise<Review> =>
  request<Review>(`/api/reviews/${encodeURIComponent(id)}`, { ...(signal && { signal }) });

export const reviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['review', id],
    queryFn: ({ signal }) => readReview(id, signal),
  });

/** What waits for a decision, the newest first, as far as anybody reads at once. */
export const readPending = async (): Promise<readonly Review[]> =>
  (await request<Page>(withQuery('/api/reviews', { limit: MOST_LOOKED_AT }))).reviews;

/** Who comes after a review in the list, newest first; past its end the first one again. */
export function nextPending<Row extends Pick<Review, 'id' | 'created_at'>>(
  pending: readonly Row[],
  decided: Pick<Review, 'id' | 'created_at'>,
): Row | undefined {
  const others = pending.filter(({ id }) => id !== decided.id);
  const place = ({ created_at, id }: Pick<Review, 'id' | 'created_at'>) => `${created_at} ${id}`;
  return others.find((other) => place(other) < place(decided)) ?? others[0];
}
