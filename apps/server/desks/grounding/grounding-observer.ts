import type { ClaimKind } from './claim.ts';

/** Told of every sentence that was replaced, once for each kind of claim in it. Must not throw. */
export interface GroundingObserver {
  onUnfoundedClaim(claim: { desk: string; kind: ClaimKind }): void;
}
