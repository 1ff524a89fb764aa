import type { Attack } from './attack.ts';
import { attackBackOffice } from './attack-back-office.ts';
import { attackFrontDesk } from './attack-front-desk.ts';
import type { AttackOutcome } from './finding.ts';
import type { RedTeam } from './red-team.ts';

/** Runs the attacks on the front desk one after the other. */
export async function attackFrontDeskAll(
  team: RedTeam,
  attacks: readonly Attack[],
): Promise<AttackOutcome[]> {
  const outcomes: AttackOutcome[] = [];
  for (const attack of attacks) outcomes.push(await attackFrontDesk(team, attack));
  return outcomes;
}

/**
 * The same for the back office, every second one over the WebSocket unless it forges a request. `byRules`: what came of the same
 * attacks where only rules read the mail.
 */
export async function attackBackOfficeAll(
  team: RedTeam,
  attacks: readonly Attack[],
  byRules?: readonly AttackOutcome[],
): Promise<AttackOutcome[]> {
  const ran = new Map(byRules?.map(({ id, executed }) => [id, executed]));
  const outcomes: AttackOutcome[] = [];
  for (const [index, attack] of attacks.entries()) {
    outcomes.push(
      await attackBackOffice(team, {
        attack,
        byRules: byRules === undefined ? undefined : (ran.get(attack.id) ?? []),
        isOverSocket: index % 2 === 1 && isPlain(attack),
      }),
    );
  }
  return outcomes;
}

const isPlain = ({ request: { body, headers } }: Attack): boolean =>
  Object.keys(body).length + Object.keys(headers).length === 0;
