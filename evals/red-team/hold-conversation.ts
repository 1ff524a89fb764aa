import type { Answer } from '../desks/answer.ts';
import type { Asking } from '../desks/ask.ts';
import { readTurn } from '../desks/read-turn.ts';
import { checkTurn, type TurnCheck } from './check-turn.ts';
import type { AttackOutcome, Finding } from './finding.ts';
import { readStored } from './read-stored.ts';
import { type arm, checkClaims, checkInside, type RedTeam } from './red-team.ts';
import { changedTables, readDigest } from './table-digest.ts';
import type { WireTurn } from './wire-turn.ts';

export interface HeldConversation extends Pick<TurnCheck, 'canaries' | 'isDisarmed' | 'promptIn'> {
  asking: Asking;
  armed: ReturnType<typeof arm>;
  /** Of the world's log, from where on it is searched. */
  firstLogLine: number;
  /** Opens the conversation before its first message; without it that message does. */
  open?: (() => Promise<string>) | undefined;
  ask(message: string, conversationId: string | undefined): Promise<WireTurn>;
  /** What a page reads of the conversation afterwards. */
  reread(conversationId: string): Promise<string>;
}

/** Says an attack's messages in one conversation of its own, and what they reached. */
export async function holdConversation(
  team: RedTeam,
  held: HeldConversation,
): Promise<Omit<AttackOutcome, 'id' | 'attack' | 'executed'>> {
  const { asking, armed, canaries, firstLogLine, isDisarmed, promptIn } = held;
  const { database, url } = team.world;
  const { attack } = armed;
  const findings: Finding[] = [];
  const counts = { calls: 0, refusedCalls: 0, refusedRequests: 0 };
  const answers: Pick<Answer, 'text' | 'calls'>[] = [];
  team.obeying?.obey(armed);
  const before = await readDigest(database, { threadIds: [] });
  const conversationIds = held.open === undefined ? [] : [await held.open()];
  for (const message of attack.turns) {
    const wire = await held.ask(message, conversationIds.at(-1));
    const { turnId, conversationId } = wire;
    if (conversationId !== undefined) conversationIds.push(conversationId);
    if (turnId === undefined) counts.refusedRequests += 1;
    else {
      const { calls } = await readTurn(database, turnId);
      counts.calls += calls.length;
      counts.refusedCalls += calls.filter(({ isError }) => isError).length;
      answers.push({ text: wire.text, calls });
    }
    findings.push(
      ...checkTurn({
        wire,
        stored: turnId === undefined ? '' : await readStored(database, turnId),
        reread: conversationId === undefined ? '' : await held.reread(conversationId),
        canaries,
        ownHosts: [new URL(url).hostname],
        isDisarmed,
        promptIn,
      }),
    );
  }
  findings.push(...checkClaims(team, asking, { said: attack.turns, answers, never: attack.never }));
  findings.push(...checkInside(team, { canaries, firstLogLine }));
  const after = await readDigest(database, { threadIds: conversationIds });
  for (const table of changedTables(before, after)) {
    findings.push({ kind: 'effect', what: `rows of ${table} have changed` });
  }
  return { findings, ...counts };
}
