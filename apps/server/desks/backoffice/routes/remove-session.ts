import type { SessionStore } from '../../../chat/session-store.ts';
import { readTurnEnd } from '../../../chat/turn-end.ts';
import type { TurnReader } from '../../../chat/turn-reader.ts';
import type { TurnRunner } from '../../../chat/turn-runner.ts';
import type { FoundSession } from '../find-session.ts';

/** A turn that has not ended by then is deleted as it is; whoever runs it notices within 2 s. */
const STOP_WAIT_MS = 5_000;

/** Stops the turn that runs in a session, in whatever process, then deletes everything. */
export async function removeSession(options: {
  sessions: Pick<SessionStore, 'runningTurn' | 'remove'>;
  runner: Pick<TurnRunner, 'requestStop'>;
  reader: Pick<TurnReader, 'find'>;
  session: FoundSession;
}): Promise<void> {
  const { sessions, runner, reader, session } = options;
  const turnId = await sessions.runningTurn(session.sessionId);
  if (turnId !== undefined) {
    await runner.requestStop(turnId);
    const log = await reader.find(turnId, session.owner);
    if (log !== undefined) await readTurnEnd(log, AbortSignal.timeout(STOP_WAIT_MS));
  }
  await sessions.remove(session);
}
