import type { Desk } from '../../chat/desk.ts';
import { keyReused, serverDraining, turnRunning } from '../../chat/http/turn-refusals.ts';
import type { ThreadOwner } from '../../chat/thread-access.ts';
import type { TurnLog } from '../../chat/turn-log.ts';
import type { TurnReader } from '../../chat/turn-reader.ts';
import type { StartTurnOutcome, TurnRunner } from '../../chat/turn-runner.ts';
import { HttpProblem } from '../../platform/http/problem.ts';
import type { StaffMember } from '../../platform/sign-in/staff-access.ts';
import type { Quotas } from './quotas.ts';

export interface MessageToSend {
  member: StaffMember;
  /** Whose session it is; see session-owner.ts. */
  owner: ThreadOwner;
  /** Undefined: a new session is made. */
  sessionId: string | undefined;
  text: string;
  /** Already scoped to the sender. */
  idempotencyKey: string | undefined;
}

export interface SentMessage {
  log: TurnLog;
  /** Of the quota; for the response. */
  headers: Record<string, string>;
}

/** What HTTP and WebSocket do with a message of staff. Throws `HttpProblem` when it is refused. */
export type SendMessage = (message: MessageToSend) => Promise<SentMessage>;

/**
 * A message that was sent before with the same key does not count against the quota, and is
 * answered by the turn it had even when the quota is used up.
 */
export function createSendMessage(options: {
  desk: Desk<StaffMember>;
  runner: Pick<TurnRunner, 'start' | 'findReplay'>;
  reader: Pick<TurnReader, 'find'>;
  quotas: Quotas;
}): SendMessage {
  const { desk, runner, reader, quotas } = options;
  return async ({ member, owner, sessionId, text, idempotencyKey }) => {
    const turn = { text, threadId: sessionId, idempotencyKey };
    const payer = owner.ownerId ?? member.userId;
    const decision = await quotas.take(payer);

    /** A message that begins no turn does not count, whatever the reason. */
    async function start(): Promise<StartTurnOutcome> {
      let isStarted = false;
      try {
        const threadMustExist = sessionId !== undefined;
        const begun = { ...turn, desk, principal: member, owner, threadMustExist };
        const outcome = await runner.start(begun);
        isStarted = outcome.kind === 'started';
        return outcome;
      } finally {
        if (!isStarted) await quotas.giveBack(payer);
      }
    }

    const outcome = decision.isAllowed ? await start() : await runner.findReplay(turn);
    if (outcome === undefined) throw decision.problem;
    switch (outcome.kind) {
      case 'started':
        return { log: outcome.log, headers: decision.headers };
      case 'replayed': {
        const log = await reader.find(outcome.turnId, owner, 'orWhole');
        if (log === undefined) throw unknownSession();
        return { log, headers: {} };
      }
      case 'key_reused':
        throw keyReused();
      case 'draining':
        throw serverDraining();
      case 'thread_not_found':
        throw unknownSession();
      case 'turn_running':
        throw turnRunning();
    }
  };
}

export const unknownSession = (): HttpProblem =>
  new HttpProblem({ code: 'not_found', detail: 'there is no such session' });
