import type { VendorReliability } from '../agents/agent.ts';

/** Under this many events a share would say more than is known. */
export const LEAST_EVENTS = 5;

const ratings = [
  { from: 0.95, rating: 'excellent' },
  { from: 0.85, rating: 'good' },
  { from: 0.7, rating: 'fair' },
] as const;

/**
 * How reliable a vendor was: the posterior mean of Beta(1 + kept, 1 + broken), which is Laplace's
 * rule of succession. An edge belongs to the better rating.
 */
export function reliabilityOf({
  kept,
  broken,
}: {
  kept: number;
  broken: number;
}): VendorReliability {
  const n = kept + broken;
  if (n < LEAST_EVENTS) return { kept, broken, n, score: null, rating: 'insufficient_data' };
  const score = (1 + kept) / (2 + n);
  const rating = ratings.find(({ from }) => score >= from)?.rating ?? 'poor';
  return { kept, broken, n, score, rating };
}
