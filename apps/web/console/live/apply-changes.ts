import type { LiveChanges } from '@deskbell/protocol';
import type { Query, QueryClient } from '@tanstack/react-query';
import { liveKindOf } from './live-lists.ts';
import { idOfRecord, isLiveName, liveKinds, singleNameOf } from './live-records.ts';
import type { LiveSource } from './live-source.ts';
import { patchList, patchSingle, type RecordPatch } from './patch-records.ts';
import { createRecentChanges } from './recent-changes.ts';
import { repeatAtMost } from './repeat-at-most.ts';

const OVERVIEW_EVERY_MS = 2_000;
/** A reading that takes longer may hang on a connection that is dead. */
export const HANGS_AFTER_MS = 10_000;

/**
 * Keeps what the console has read as the stream tells it: rows that are there and single records
 * change in place, figures are read again. It deletes nothing and adds no row. Returns what ends it.
 */
export function applyChanges({
  source,
  client,
  everyMs = OVERVIEW_EVERY_MS,
}: {
  source: Pick<LiveSource, 'listen'>;
  client: QueryClient;
  everyMs?: number;
}): () => void {
  const cache = client.getQueryCache();
  const recent = createRecentChanges();
  const marks = new WeakMap<Query, number>();
  const overview = repeatAtMost(everyMs, () =>
    client.invalidateQueries({ queryKey: ['overview'] }),
  );
  // Calendars, counts and choices: a new record may belong in them, and only the server knows.
  const others = new Map(
    liveKinds.map((kind) => [
      kind,
      repeatAtMost(everyMs, () =>
        client.invalidateQueries({
          queryKey: [kind],
          predicate: (query) => liveKindOf(query) === undefined,
        }),
      ),
    ]),
  );

  function patchQuery(query: Query, { kind, records }: RecordPatch): boolean {
    const { data, dataUpdatedAt, isInvalidated } = query.state;
    const isList = liveKindOf(query) === kind || query.queryKey[0] === kind;
    if (!isList && query.queryKey[0] !== singleNameOf(kind)) return false;
    const next = (isList ? patchList : patchSingle)(data, { kind, records });
    if (next === data) return false;
    // It was not read just now: what was to be read again still is.
    client.setQueryData(query.queryKey, next, { updatedAt: dataUpdatedAt });
    if (isInvalidated) query.invalidate();
    return !isList;
  }

  /** A record of its own has more than its list tells. */
  function readAgain(query: Query): void {
    void client.invalidateQueries({ queryKey: query.queryKey, exact: true });
  }

  function show(changes: LiveChanges, queries: readonly Query[]): void {
    for (const kind of liveKinds) {
      if (changes[kind].length === 0) continue;
      const records = new Map(
        changes[kind].map((record) => [idOfRecord(kind, record), record] as const),
      );
      for (const query of queries) {
        if (patchQuery(query, { kind, records })) readAgain(query);
      }
    }
  }

  /** A mail's way through the agents shows what came of it. */
  function readExecutionsOf({ tasks, deadlines, reviews, notifications }: LiveChanges): void {
    const ids = new Set(
      [...tasks, ...deadlines, ...reviews, ...notifications].map((row) => row.execution_id),
    );
    for (const query of cache.findAll({ queryKey: ['execution'] })) {
      const { id } = (query.state.data ?? {}) as { id?: string };
      if (id !== undefined && ids.has(id)) readAgain(query);
    }
  }

  function onChanges(changes: LiveChanges): void {
    recent.add(changes);
    show(changes, cache.getAll());
    readExecutionsOf(changes);
    overview.ask();
    for (const kind of liveKinds) if (changes[kind].length > 0) others.get(kind)?.ask();
  }

  async function catchUp(): Promise<void> {
    const isConcerned = (query: Query): boolean =>
      liveKindOf(query) === undefined &&
      (isLiveName(query.queryKey[0]) || query.queryKey[0] === 'overview');
    const beingRead = cache
      .findAll({ fetchStatus: 'fetching', predicate: isConcerned })
      .filter(({ state }) => state.data === undefined);
    const reading = client.invalidateQueries({ predicate: isConcerned });
    // A first answer that is under way is not asked for again by that, and may be from before.
    for (const query of beingRead) {
      query.fetch().then(
        () => readAgain(query),
        () => {},
      );
    }
    const tooLong = Promise.withResolvers<void>();
    const timer = setTimeout(tooLong.resolve, HANGS_AFTER_MS);
    await Promise.race([reading, tooLong.promise]);
    clearTimeout(timer);
  }
  // However often it is asked for: a reading that is always begun anew never comes to its end.
  const catchUps = repeatAtMost(everyMs, catchUp);

  // An answer may have been read before a change that was told before it arrived.
  const stopWatching = cache.subscribe((event) => {
    if (event.type !== 'updated') return;
    const { query, action } = event;
    if (action.type === 'fetch') marks.set(query, recent.now());
    if (action.type !== 'success' || action.manual === true) return;
    for (const changes of recent.since(marks.get(query) ?? recent.now())) show(changes, [query]);
  });
  const stopListening = source.listen({ onChanges, onCatchUp: catchUps.ask });

  return () => {
    stopListening();
    stopWatching();
    overview.stop();
    catchUps.stop();
    for (const other of others.values()) other.stop();
  };
}
