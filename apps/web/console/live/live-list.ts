import type { LiveChanges } from '@deskbell/protocol';

/** Which rows of a `changes` event a list shows. */
export type LiveKind = keyof LiveChanges;

/** A page as `read` gives it. */
export interface ListPage<Row> {
  rows: Row[];
  nextCursor: string | null;
}

/** A list that grows downwards by pages, whose rows change in place and whose new rows wait. */
export interface LiveList<Row> {
  status: 'loading' | 'error' | 'ready';
  /** In the order they are shown. */
  rows: readonly Row[];
  /** A sentence, while `status` is 'error'. */
  error: string | undefined;
  retry: () => void;
  hasMore: boolean;
  isLoadingMore: boolean;
  loadMore: () => void;
  /** New rows that `showWaiting` brings in; they never move what is read. */
  waiting: number;
  showWaiting: () => void;
}
