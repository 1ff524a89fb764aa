import { queryClient } from '../../api/query-client.ts';
import type { LiveKind } from '../../live/live-list.ts';
import { idOfRecord, singleNameOf } from '../../live/live-records.ts';
import { patchList, patchSingle } from '../../live/patch-records.ts';

/** Puts a record as the server has just said it into every list that has it and into its own view. */
export function showRecord(kind: LiveKind, record: object): void {
  const patch = { kind, records: new Map([[idOfRecord(kind, record), record]]) };
  for (const query of queryClient.getQueryCache().findAll({ queryKey: [kind] })) {
    const { data, dataUpdatedAt } = query.state;
    const next = patchList(data, patch);
    if (next !== data) queryClient.setQueryData(query.queryKey, next, { updatedAt: dataUpdatedAt });
  }
  for (const query of queryClient.getQueryCache().findAll({ queryKey: [singleNameOf(kind)] })) {
    const next = patchSingle(query.state.data, patch);
    if (next !== query.state.data) queryClient.setQueryData(query.queryKey, next);
  }
  void queryClient.invalidateQueries({ queryKey: ['overview'] });
}
