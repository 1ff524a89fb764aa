import type { LiveChanges, LiveEvent } from '@deskbell/protocol';
import type { Logger } from 'pino';
import { EXECUTIONS_CHANNEL } from '../operations/pipeline/job-queue.ts';
import { describeError } from '../platform/describe-error.ts';
import type { Listener } from '../platform/listener.ts';
import { RECORD_CHANGES_CHANNEL, readRecordChange } from '../platform/record-changes.ts';
import { type ChangedIds, createChangeCollector } from './changed-ids.ts';

/** Changes wait for others for so long before they are read. */
const BATCH_MS = 200;
/** More in one batch are not worth naming. A mail and all that came of it count as one. */
const MOST_CHANGES = 200;
/** After a `resync` every tab reads what it shows; the next one, or changes, come no sooner. */
const PAUSE_AFTER_RESYNC_MS = 2_000;
/**
 * What a mail's process tells of its end is lost if it is killed just then: mails that were told as
 * being worked on are looked at again after so long, up to so many.
 */
const LOOK_AGAIN_EVERY_MS = 30_000;
const MOST_LOOKED_AT = 100;

/** Turns what the database announces into events for every stream of this process. */
export interface LiveFeed {
  /** Nothing is read or sent after it. Resolves when a read under way has ended. */
  close(): Promise<void>;
}

export interface LiveFeedOptions {
  listener: Pick<Listener, 'subscribe' | 'onReconnect' | 'ready'>;
  read: (changed: ChangedIds) => Promise<LiveChanges>;
  /** False: changes are forgotten, since whoever comes reads everything first. */
  hasReaders: () => boolean;
  /** Returns false when the event is too large for one. */
  send: (event: LiveEvent) => boolean;
  lookAgainEveryMs?: number | undefined;
  log: Logger;
}

/**
 * Listens all the time, which costs a set entry for each change while somebody is there and nothing
 * otherwise. One batch is read at a time, so what is sent of a record is never older than before.
 */
export function createLiveFeed(options: LiveFeedOptions): LiveFeed {
  const { listener, read, hasReaders, send, log } = options;
  const running = new Set<string>();
  const collected = createChangeCollector();
  let isResyncDue = false;
  let notBeforeMs = 0;
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;
  let isClosed = false;

  function plan(): void {
    const hasWork = isResyncDue || collected.size > 0;
    if (!hasWork || timer !== undefined || working !== undefined || isClosed) return;
    const waitMs = Math.max(BATCH_MS, notBeforeMs - performance.now());
    timer = setTimeout(begin, waitMs).unref();
  }

  function begin(): void {
    timer = undefined;
    working = work().finally(() => {
      working = undefined;
      plan();
    });
  }

  /** Never rejects. */
  async function work(): Promise<void> {
    const changed = collected.take();
    const isNamed = !isResyncDue;
    isResyncDue = false;
    if (!hasReaders()) return;
    if (!isNamed) return resync();
    try {
      const data = await read(changed);
      if (isClosed) return;
      for (const { id, status } of data.executions) {
        if (status !== 'running') running.delete(id);
        else if (running.size < MOST_LOOKED_AT) running.add(id);
      }
      const isEmpty = Object.values(data).every((records) => records.length === 0);
      if (!isEmpty && !send({ event: 'changes', data })) resync();
    } catch (error) {
      log.warn({ error: describeError(error) }, 'Changes could not be read for the console');
      isResyncDue = true;
      pause();
    }
  }

  function pause(): void {
    notBeforeMs = performance.now() + PAUSE_AFTER_RESYNC_MS;
  }

  function resync(): void {
    send({ event: 'resync', data: {} });
    pause();
  }

  /** Whoever comes while changes are being read is sent what may have changed since. */
  const isListening = (): boolean => hasReaders() || working !== undefined;

  function add(kind: keyof ChangedIds, id: string): void {
    if (isResyncDue || !isListening()) return;
    collected.add(kind, id);
    if (collected.size > MOST_CHANGES) requestResync();
    else plan();
  }

  function requestResync(): void {
    if (!isListening()) return;
    collected.take();
    isResyncDue = true;
    plan();
  }

  function lookAgain(): void {
    const ids = [...running];
    running.clear();
    for (const id of ids) add('execution', id);
  }

  const looking = setInterval(lookAgain, options.lookAgainEveryMs ?? LOOK_AGAIN_EVERY_MS).unref();
  const stops = [
    listener.subscribe(EXECUTIONS_CHANNEL, (id) => add('execution', id)),
    listener.subscribe(RECORD_CHANGES_CHANNEL, (payload) => {
      const change = readRecordChange(payload);
      if (change === undefined) requestResync();
      else add(change.kind, change.id);
    }),
    listener.onReconnect(requestResync),
  ];
  // Whoever came before it was listened to has missed something. It never rejects.
  void listener.ready().then(requestResync);

  return {
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      clearInterval(looking);
      for (const stop of stops) stop();
      await working;
    },
  };
}
