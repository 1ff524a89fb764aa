import { type Business, contactOf } from './business.ts';
import type { MiniMoveTier } from './catalogue.ts';

/** A size of Mini Move for a number of pieces. */
export interface MoveSize {
  tier: MiniMoveTier;
  /** Whether the catalogue states it for that many; otherwise it is only the nearest above. */
  isStated: boolean;
}

/** The smallest size that takes so many pieces; undefined when even the largest does not. */
export function moveSizeFor(business: Business, pieces: number): MoveSize | undefined {
  const { tiers } = business.mini_move;
  const tier = tiers.find((one) => pieces <= mostPieces(one));
  if (tier === undefined) return undefined;
  return { tier, isStated: tier === tiers[0] || pieces >= fewestPieces(tier) };
}

/** Why a size cannot be had for so many pieces, in words for the customer; undefined when it can. */
export function refuseMoveSize(
  business: Business,
  { tier, pieces }: { tier: MiniMoveTier; pieces: number },
): string | undefined {
  const most = mostPieces(tier);
  if (pieces <= most) return undefined;
  const takes = `The ${tier.name} is for up to ${most} pieces`;
  return moveSizeFor(business, pieces) === undefined
    ? `${takes}; for a custom quote for ${pieces}, ${contactOf(business)}.`
    : `${takes}; please choose a larger one.`;
}

/** The largest size may have no limit of its own; then it takes what its range says, such as '50-60'. */
function mostPieces({ maxItems, pieces }: MiniMoveTier): number {
  return maxItems ?? numbersIn(pieces)[1] ?? Number.POSITIVE_INFINITY;
}

function fewestPieces({ pieces }: MiniMoveTier): number {
  return numbersIn(pieces)[0] ?? 0;
}

function numbersIn(text: string): number[] {
  return (text.match(/\d+/g) ?? []).map(Number);
}
