import { createHash } from 'node:crypto';
import type { Message } from '@deskbell/engine';
import type { Logger } from 'pino';
import { v7 as uuidV7 } from 'uuid';
import type { Database } from '../platform/database.ts';
import type { Listener } from '../platform/listener.ts';
import { retryStatement } from '../platform/retry-statement.ts';
import type { Desk } from './desk.ts';
import { createEventLogWriter } from './event-log-writer.ts';
import { recordTurn, SHUTDOWN } from './record-turn.ts';
import { toStoredMessage } from './stored-message.ts';
import { mayTouchThread, type ThreadOwner } from './thread-access.ts';
import { createTurnLeases, type TurnLeases } from './turn-leases.ts';
import { createTurnLog, type TurnLog } from './turn-log.ts';
import type { TurnObserver } from './turn-observer.ts';
import { createTurnStore } from './turn-store.ts';

const RENEW_EVERY_MS = 2_000;
const STOP_CHANNEL = 'deskbell_turn_stop';

export interface StartTurnRequest<Principal> {
  desk: Desk<Principal>;
  principal: Principal;
  owner: ThreadOwner;
  /** New or known; without one the thread is new and its id is made here. */
  threadId?: string | undefined;
  /** A thread that does not exist is not made but refused. */
  threadMustExist?: boolean | undefined;
  text: string;
  /** With the same text and thread the same key gives the same turn. Already scoped to who asks. */
  idempotencyKey?: string | undefined;
}

export type StartTurnOutcome =
  | { kind: 'started'; log: TurnLog }
  /** The key was used before for the same request: this is that turn. */
  | { kind: 'replayed'; turnId: string }
  /** The key was used before for another request. */
  | { kind: 'key_reused' }
  | { kind: 'turn_running' }
  /** The server is shutting down. */
  | { kind: 'draining' }
  | { kind: 'thread_not_found' };

/** Runs this process's turns and keeps them durable. */
export interface TurnRunner {
  /** What `start` makes of a key that was used before, for a caller that does not get so far. */
  findReplay(
    request: Pick<StartTurnRequest<never>, 'idempotencyKey' | 'text' | 'threadId'>,
  ): Promise<Extract<StartTurnOutcome, { kind: 'replayed' | 'key_reused' }> | undefined>;
  /**
   * Resolves once the turn is stored as running. The turn goes on whoever leaves. A key that was
   * used before goes before every other reason to refuse.
   */
  start<Principal>(request: StartTurnRequest<Principal>): Promise<StartTurnOutcome>;
  /** The log of a turn that runs, or has just ended, in this process. */
  localLog(turnId: string): TurnLog | undefined;
  /** Ends a running turn in whatever process it runs; does nothing to one that has ended. */
  requestStop(turnId: string): Promise<void>;
  /** Accepts no more turns, lets the running ones end for `graceMs`, then interrupts the rest. */
  drain(graceMs: number): Promise<void>;
}

interface RunningTurn {
  log: TurnLog;
  stop: AbortController;
  recorded: Promise<void>;
}

export function createTurnRunner(options: {
  database: Pick<Database, 'pool'>;
  listener: Listener;
  observer?: TurnObserver | undefined;
  clock: () => Date;
  log: Logger;
}): TurnRunner & { leases: TurnLeases } {
  const { database, clock, log } = options;
  const store = createTurnStore(database);
  const leases = createTurnLeases({ database, log });
  const writer = createEventLogWriter({ database, log });
  const running = new Map<string, RunningTurn>();
  const starting = new Set<Promise<StartTurnOutcome>>();
  let isDraining = false;
  let isGraceOver = false;

  const stopLocally = (turnId: string): void => running.get(turnId)?.stop.abort();
  const unsubscribe = options.listener.subscribe(STOP_CHANNEL, stopLocally);
  let renewing = Promise.resolve();
  const renewTimer = setInterval(() => {
    renewing = renewing.then(renew);
  }, RENEW_EVERY_MS);
  renewTimer.unref();

  async function renew(): Promise<void> {
    try {
      if (running.size > 0) {
        const turnIds = [...running.keys()];
        const { kept, stopRequested } = await leases.renew(turnIds);
        for (const turnId of turnIds) {
          // Whoever took the lease has ended the turn: nothing it still says may count.
          if (!kept.has(turnId) || stopRequested.has(turnId)) stopLocally(turnId);
        }
      }
      await leases.interruptExpired();
    } catch (err) {
      log.warn({ err }, 'The leases of running turns could not be renewed; trying again');
    }
  }

  async function findReplay({
    idempotencyKey,
    ...request
  }: Pick<StartTurnRequest<never>, 'idempotencyKey' | 'text' | 'threadId'>): Promise<
    Extract<StartTurnOutcome, { kind: 'replayed' | 'key_reused' }> | undefined
  > {
    if (idempotencyKey === undefined) return undefined;
    const known = await store.findByIdempotencyKey(idempotencyKey);
    if (known === undefined) return undefined;
    if (known.requestHash !== requestHash(request)) return { kind: 'key_reused' };
    return { kind: 'replayed', turnId: known.turnId };
  }

  async function start<Principal>(request: StartTurnRequest<Principal>): Promise<StartTurnOutcome> {
    const outcome = isDraining ? ({ kind: 'draining' } as const) : await startTracked(request);
    if (outcome.kind === 'started') return outcome;
    return (await findReplay(request)) ?? outcome;
  }

  async function startTracked<Principal>(
    request: StartTurnRequest<Principal>,
  ): Promise<StartTurnOutcome> {
    const started = startAccepted(request);
    starting.add(started);
    try {
      return await started;
    } finally {
      starting.delete(started);
    }
  }

  async function startAccepted<Principal>(
    request: StartTurnRequest<Principal>,
  ): Promise<StartTurnOutcome> {
    const { desk, principal, owner, text, idempotencyKey } = request;
    const ids = { turnId: uuidV7(), threadId: request.threadId ?? uuidV7() };
    const message: Message = { role: 'user', text };
    const turn = {
      ...ids,
      owner,
      threadMustExist: request.threadMustExist,
      historyTurns: desk.historyTurns,
      message: toStoredMessage(message),
      idempotencyKey,
      requestHash: idempotencyKey === undefined ? undefined : requestHash(request),
    };
    let outcome = await retryStatement(() => store.accept(turn));
    if (outcome.kind === 'turn_running') {
      const interrupted = await leases.interruptExpired(ids.threadId);
      if (interrupted.length > 0) outcome = await store.accept(turn);
    }
    if (outcome.kind === 'not_found') return { kind: 'thread_not_found' };
    // The running turn may be this very request, sent twice at once.
    if (outcome.kind !== 'accepted') return { kind: 'turn_running' };
    // The statement has the same condition; what it let through has to pass here too.
    if (!mayTouchThread(outcome.threadOwner, owner)) return { kind: 'thread_not_found' };

    const turnLog = createTurnLog(ids);
    const stop = new AbortController();
    writer.add(turnLog);
    const recorded = recordTurn({
      desk,
      principal,
      owner,
      history: [...outcome.history, message],
      turnLog,
      store,
      writer,
      stop: stop.signal,
      observer: options.observer,
      clock,
      log,
    }).finally(() => running.delete(ids.turnId));
    running.set(ids.turnId, { log: turnLog, stop, recorded });
    if (isGraceOver) stop.abort(SHUTDOWN);
    return { kind: 'started', log: turnLog };
  }

  return {
    leases,
    findReplay,
    start,
    localLog: (turnId) => running.get(turnId)?.log,
    async requestStop(turnId) {
      stopLocally(turnId);
      await database.pool.query(
        `with stopped as (
           update turns set stop_requested_at = now() where id = $1 and state = 'running' returning id
         )
         select pg_notify($2, id::text) from stopped`,
        [turnId, STOP_CHANNEL],
      );
    },
    async drain(graceMs) {
      isDraining = true;
      const grace = setTimeout(() => {
        isGraceOver = true;
        for (const { stop } of running.values()) stop.abort(SHUTDOWN);
      }, graceMs);
      await Promise.allSettled(starting);
      await Promise.all([...running.values()].map(({ recorded }) => recorded));
      clearTimeout(grace);
      clearInterval(renewTimer);
      unsubscribe();
      await renewing;
    },
  };
}

function requestHash({ text, threadId }: { text: string; threadId?: string | undefined }): string {
  return createHash('sha256')
    .update(JSON.stringify([threadId ?? null, text]))
    .digest('hex');
}
