import type { ClientFrame, ServerFrame } from '@deskbell/protocol';
import type { WebSocket } from 'ws';
import { turnRunning } from '../../../chat/http/turn-refusals.ts';
import type { SessionStore } from '../../../chat/session-store.ts';
import type { TurnLog } from '../../../chat/turn-log.ts';
import type { TurnReader } from '../../../chat/turn-reader.ts';
import type { TurnRunner } from '../../../chat/turn-runner.ts';
import { scopeIdempotencyKey } from '../../../platform/http/idempotency-key.ts';
import { HttpProblem, type HttpProblemOptions } from '../../../platform/http/problem.ts';
import type { StaffMember } from '../../../platform/sign-in/staff-access.ts';
import type { FoundSession } from '../find-session.ts';
import type { SendMessage } from '../send-message.ts';
import { BACK_OFFICE } from '../session-owner.ts';
import { type IncomingFrame, readFrames } from './frame-reader.ts';
import { createFrameWriter } from './frame-writer.ts';
import { type HeartbeatTimes, keepHeartbeat } from './heartbeat.ts';
import { readClientFrame } from './read-client-frame.ts';
import { refusalFrame } from './refusal-frame.ts';
import { type SentTurn, sendTurn } from './turn-frames.ts';

/** A peer that may talk in a session. */
export interface Admission {
  member: StaffMember;
  session: FoundSession;
}

/** Why a peer may not, as the code and the reason that its socket is closed with. */
export interface Refusal {
  closeCode: number;
  reason: string;
}

/** 1012: service restart. */
export const serverRestarts: Refusal = { closeCode: 1012, reason: 'the server is restarting' };

export interface ChatSocketTimes extends HeartbeatTimes {
  /** A peer that takes nothing for this long is cut; it may come back and resume. */
  stalledAfterMs: number;
}

export interface ChatSocketOptions {
  socket: WebSocket;
  /** Asked again before what a client says is done. Rejects when it cannot be found out. */
  admit: () => Promise<Admission | Refusal>;
  sendMessage: SendMessage;
  runner: Pick<TurnRunner, 'requestStop'>;
  reader: Pick<TurnReader, 'find'>;
  sessions: Pick<SessionStore, 'runningTurn' | 'sessionOf'>;
  /** What to tell a client after a failure of ours; logs it. */
  explainFailure: (error: unknown) => HttpProblemOptions;
  clock: () => Date;
  times: ChatSocketTimes;
}

export interface ChatSocket {
  /**
   * Sends the rest of every turn that has ended, then closes; the client may go on elsewhere.
   * Does not reject. May wait for a peer that does not read: ending the socket ends that.
   */
  finish(): Promise<void>;
}

/**
 * One client's conversation in one session. Frames are done in order; each is answered before the
 * next is looked at, and turns go on being sent meanwhile. Everything it started ends with the
 * socket, except turns: leaving never cancels.
 */
export function openChatSocket(options: ChatSocketOptions): ChatSocket {
  const { socket, runner, reader, sessions, clock } = options;
  const sentTurns = new Map<string, SentTurn>();
  let admitted: { admission: Admission; upTo: number } | undefined;
  let room = Promise.withResolvers<void>();

  const writer = createFrameWriter({
    socket,
    stalledAfterMs: options.times.stalledAfterMs,
    onRoom: () => {
      for (const turn of sentTurns.values()) turn.sendNew();
      if (!writer.isFull) wake();
    },
  });
  const send = (frame: ServerFrame): void => writer.send(JSON.stringify(frame));
  const isOpen = (): boolean => socket.readyState === socket.OPEN;
  const wake = (): void => {
    room.resolve();
    room = Promise.withResolvers();
  };
  const stopSending = (): void => {
    for (const turn of sentTurns.values()) turn.stop();
    sentTurns.clear();
  };

  /**
   * Resolves when the peer has been sent all there is of ended turns, or is gone. Awaited before
   * every answer, so that none is buffered for a peer that does not read.
   */
  async function caughtUp(): Promise<void> {
    while (isOpen()) {
      for (const turn of sentTurns.values()) turn.sendNew();
      if (!writer.isFull) return;
      await room.promise;
    }
  }

  function close({ closeCode, reason }: Refusal): void {
    stopSending();
    void frames.stop();
    socket.close(closeCode, reason);
  }

  /** Undefined: the peer may no longer talk here, and its socket is being closed. */
  async function admit({ number }: IncomingFrame): Promise<Admission | undefined> {
    // An answer holds for every frame that had come when it was asked for, so that a burst asks once.
    if (admitted !== undefined && number <= admitted.upTo) return admitted.admission;
    const upTo = frames.latest;
    const answer = await options.admit();
    if ('closeCode' in answer) {
      close(answer);
      return undefined;
    }
    admitted = { admission: answer, upTo };
    return isOpen() ? answer : undefined;
  }

  function startSending(log: TurnLog, after: number): void {
    const { turnId } = log;
    const turn = sendTurn({ log, after, writer, clock, onEnd: () => sentTurns.delete(turnId) });
    sentTurns.set(turnId, turn);
    turn.sendNew();
  }
  const runningTurnHere = (): TurnLog | undefined =>
    [...sentTurns.values()].find(({ log }) => !log.isEnded)?.log;

  async function message(
    { message: text, idempotency_key }: Extract<ClientFrame, { type: 'message' }>,
    { member, session: { sessionId, owner } }: Admission,
  ): Promise<void> {
    const idempotencyKey =
      idempotency_key === undefined
        ? undefined
        : scopeIdempotencyKey(idempotency_key, `${BACK_OFFICE} ${owner.ownerId} ${sessionId}`);
    // Without a key there is nothing to look up: a burst costs the database nothing.
    if (idempotencyKey === undefined && runningTurnHere() !== undefined) throw turnRunning();
    const { log } = await options.sendMessage({ member, owner, sessionId, text, idempotencyKey });
    await caughtUp();
    if (!isOpen()) return;
    send({ type: 'ack', turn_id: log.turnId, seq: 0, timestamp: clock().toISOString() });
    if (!sentTurns.has(log.turnId)) startSending(log, 0);
  }

  async function stop(
    { turn_id }: Extract<ClientFrame, { type: 'stop' }>,
    { session: { sessionId } }: Admission,
  ): Promise<void> {
    const named = turn_id?.toLowerCase();
    if (named !== undefined && !sentTurns.has(named)) {
      if ((await sessions.sessionOf(named)) !== sessionId) throw unknownTurn();
    }
    const turnId = named ?? runningTurnHere()?.turnId ?? (await sessions.runningTurn(sessionId));
    if (turnId !== undefined) await runner.requestStop(turnId);
  }

  async function resume(
    { turn_id, after }: Extract<ClientFrame, { type: 'resume' }>,
    { session: { sessionId, owner } }: Admission,
  ): Promise<void> {
    const turnId = turn_id.toLowerCase();
    // Its events have come or are coming on this very socket.
    if (sentTurns.has(turnId)) return;
    const log = await reader.find(turnId, owner);
    if (log?.threadId !== sessionId) throw unknownTurn();
    if (isOpen()) startSending(log, after);
  }

  async function handle(incoming: IncomingFrame): Promise<void> {
    try {
      const frame = readClientFrame(incoming);
      // A stop has no answer: it need not wait for a peer that reads slowly.
      if (frame.type !== 'stop') await caughtUp();
      if (!isOpen()) return;
      const admission = await admit(incoming);
      if (admission === undefined) return;
      if (frame.type === 'message') await message(frame, admission);
      else if (frame.type === 'stop') await stop(frame, admission);
      else await resume(frame, admission);
    } catch (error) {
      const problem = error instanceof HttpProblem ? error : options.explainFailure(error);
      await caughtUp();
      send(refusalFrame(problem));
    }
  }

  const frames = readFrames(socket, handle);
  keepHeartbeat(socket, options.times);
  socket.once('close', () => {
    stopSending();
    void frames.stop();
    wake();
  });

  return {
    async finish() {
      await frames.stop();
      await caughtUp();
      close(serverRestarts);
    },
  };
}

const unknownTurn = (): HttpProblem =>
  new HttpProblem({ code: 'not_found', detail: 'there is no such turn, or it ended too long ago' });
