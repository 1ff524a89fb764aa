import {
  CancelledError,
  type InfiniteData,
  notifyManager,
  type QueryClient,
} from '@tanstack/react-query';
import { HANGS_AFTER_MS } from './apply-changes.ts';
import type { ListPage, LiveKind } from './live-list.ts';
import type { LiveSource } from './live-source.ts';
import { isOlder } from './patch-records.ts';
import { mergeReading, readListAgain } from './read-list-again.ts';
import type { WaitingRows } from './waiting-rows.ts';

/** How a list that is there stands to the server. */
export interface Currency {
  isBeingRead: boolean;
  /** A sentence: the last reading again failed, what is shown may be old. */
  problem: string | undefined;
  /** How often it was read anew from its top. */
  fromTop: number;
}

/** Keeps one list that is shown up to date. */
export interface LiveListState {
  getCurrency: () => Currency;
  subscribe: (listener: () => void) => () => void;
  /** Follows the stream from now on. Returns what ends it. */
  start: () => () => void;
  /** Reads again what is shown: rows change in place, what is new waits. */
  readAgain: () => void;
  /** Reads the list anew from its top, with what has waited. */
  readFromTop: () => void;
}

type Pages<Row> = InfiniteData<ListPage<Row>, string | undefined>;

export function createLiveListState<Row extends object>({
  client,
  queryKey,
  kind,
  source,
  waiting,
  read,
  idOf,
}: {
  client: QueryClient;
  queryKey: readonly unknown[];
  kind: LiveKind;
  source: Pick<LiveSource, 'listen'>;
  waiting: WaitingRows<Row>;
  read: (page: { cursor: string | undefined; signal: AbortSignal }) => Promise<ListPage<Row>>;
  idOf: (row: Row) => string;
}): LiveListState {
  let currency: Currency = { isBeingRead: false, problem: undefined, fromTop: 0 };
  let reading: AbortController | undefined;
  let readingSinceMs = 0;
  let isWantedAgain = false;
  /** What the stream told during a reading is newer than the reading. */
  let toldMeanwhile = new Map<string, Row>();
  const listeners = new Set<() => void>();

  function setCurrency(next: Currency): void {
    currency = next;
    for (const listener of [...listeners]) listener();
  }

  const current = () => client.getQueryData<Pages<Row>>(queryKey);

  /** One reading at a time: a later one takes the place of what runs. */
  async function run(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    reading?.abort();
    const own = new AbortController();
    reading = own;
    readingSinceMs = performance.now();
    isWantedAgain = false;
    toldMeanwhile = new Map();
    setCurrency({ ...currency, isBeingRead: true });
    let problem: string | undefined;
    try {
      await untilIdle(own.signal);
      if (!own.signal.aborted) await work(own.signal);
    } catch (error) {
      problem = error instanceof Error ? error.message : 'This could not be read again.';
    }
    if (reading !== own) return;
    reading = undefined;
    setCurrency({ ...currency, isBeingRead: false, problem });
    if (isWantedAgain) void run(readAgain);
  }

  /** However often it is asked for: what runs comes to its end, and one more follows. */
  function catchUp(): void {
    const isRunning = reading !== undefined && performance.now() - readingSinceMs < HANGS_AFTER_MS;
    if (isRunning) isWantedAgain = true;
    else void run(readAgain);
  }

  /** An answer under way is built on the rows of before: it must not arrive after ours. */
  async function untilIdle(signal: AbortSignal): Promise<void> {
    const query = client.getQueryCache().find({ queryKey, exact: true });
    while (!signal.aborted && query?.state.fetchStatus === 'fetching') {
      await query.fetch().catch((error) => {
        if (!(error instanceof CancelledError)) throw error;
      });
    }
  }

  function withTold(page: ListPage<Row>): ListPage<Row> {
    const rows = page.rows.map((row) => {
      const told = toldMeanwhile.get(idOf(row));
      return told === undefined || isOlder(told, row) ? row : { ...row, ...told };
    });
    return { ...page, rows };
  }

  async function readFromTop(signal: AbortSignal): Promise<void> {
    const shownNow = waiting.ids();
    const page = await read({ cursor: undefined, signal });
    if (signal.aborted) return;
    client.setQueryData<Pages<Row>>(queryKey, {
      pages: [withTold(page)],
      pageParams: [undefined],
    });
    waiting.forget(shownNow);
    // Not before the rows themselves are told.
    notifyManager.schedule(() => setCurrency({ ...currency, fromTop: currency.fromTop + 1 }));
  }

  async function readAgain(signal: AbortSignal): Promise<void> {
    const before = current();
    if (before === undefined) {
      // What could not be read at first is read once the server can be heard again.
      const isFailed = client.getQueryState(queryKey)?.status === 'error';
      return isFailed ? readFromTop(signal) : undefined;
    }
    const shown = new Set(before.pages.flatMap(({ rows }) => rows.map(idOf)));
    const answer = await readListAgain({
      shown,
      pageCount: before.pages.length,
      goesOn: before.pages.at(-1)?.nextCursor != null,
      read: (cursor) => read({ cursor, signal }),
      idOf,
    });
    const data = current();
    if (signal.aborted || data === undefined) return;
    if (answer === undefined) return readFromTop(signal);
    const merged = mergeReading(data, {
      reading: answer,
      shown,
      idOf,
      isKept: (id) => toldMeanwhile.has(id),
    });
    client.setQueryData<Pages<Row>>(queryKey, merged);
    waiting.take(answer.unknown.filter((row) => !toldMeanwhile.has(idOf(row))));
  }

  return {
    getCurrency: () => currency,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      const stopListening = source.listen({
        onChanges: (changes) => {
          const rows = changes[kind] as unknown as Row[];
          if (rows.length === 0) return;
          if (reading !== undefined) for (const row of rows) toldMeanwhile.set(idOf(row), row);
          waiting.take(rows);
        },
        onCatchUp: catchUp,
      });
      // What was read before somebody went away and came back was not followed meanwhile.
      if (current() !== undefined) void run(readAgain);
      return () => {
        stopListening();
        reading?.abort();
        reading = undefined;
        isWantedAgain = false;
        setCurrency({ ...currency, isBeingRead: false });
      };
    },
    readAgain: () => void run(readAgain),
    readFromTop: () => void run(readFromTop),
  };
}
