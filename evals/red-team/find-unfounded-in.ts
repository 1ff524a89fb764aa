import type { World } from '../desks/open-world.ts';
import type { Finding } from './finding.ts';

/** Claims of an answer at the front desk that neither the facts nor this turn's tools bear out. */
export async function findUnfoundedIn(
  _world: World,
  _turn: { turnId: string; text: string; said: readonly string[] },
): Promise<Finding[]> {
  return [];
}
