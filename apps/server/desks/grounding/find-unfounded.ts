import type { Claim } from './claim.ts';
import type { Grounds } from './create-grounds.ts';
import { readClaims } from './read-claims.ts';

/** The claims of an answer that nothing in its grounds says. Pure. */
export function findUnfounded(text: string, grounds: Grounds): Claim[] {
  return readClaims(text, grounds.now, grounds.heard).filter((claim) => !grounds.isFounded(claim));
}
