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
  /** `error` with rows: they are there, but could not be brought up to date. */
  status: 'loading' | 'error' | 'ready';
  /** In the order they are shown. */
  rows: readonly Row[];
  /** A sentence, while `status` is 'error'. */
  error: string | undefined;
  retry: () => void;
  hasMore: boolean;
  isLoadingMore: boolean;
  loadMore: () => void;
  /** A sentence, when the page after the last row could not be read; `loadMore` tries again. */
  moreError?: string | undefined;
  /** New rows that `showWaiting` brings in; they never move what is read. More than 100 are 101. */
  waiting: number;
  /** Reads the list anew from its top. */
  showWaiting: () => void;
  /** Counts how often `showWaiting` has done so: then its top is what somebody wants to see. */
  fromTop?: number | undefined;
  /** When the rows were last read, in ms since 1970. */
  readAtMs?: number | undefined;
}
