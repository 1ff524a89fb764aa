import type { Query } from '@tanstack/react-query';
import type { LiveKind } from './live-list.ts';

/** What `useLiveList` says of its queries: they catch up by themselves. */
export interface LiveListMeta extends Record<string, unknown> {
  liveKind: LiveKind;
}

export const liveKindOf = ({ meta }: Pick<Query, 'meta'>): LiveKind | undefined =>
  (meta as Partial<LiveListMeta> | undefined)?.liveKind;

/** Whether the stream keeps its rows as they are, page by page. */
export const isFollowed = (query: Pick<Query, 'meta'>): boolean => liveKindOf(query) !== undefined;
