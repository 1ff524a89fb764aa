/** An invoice is a jump from this many times the usual total on. */
export const PRICE_JUMP = 1.25;
/** With fewer earlier totals nothing is usual. */
export const LEAST_TOTALS = 3;

/**
 * Compares an invoice's total with the median of the vendor's earlier ones in the same currency;
 * null when there are fewer than three, or that median is not positive.
 */
export function comparePrice(
  totalCents: number,
  earlierTotalsCents: readonly number[],
): { isJump: boolean; medianCents: number } | null {
  if (earlierTotalsCents.length < LEAST_TOTALS) return null;
  const sorted = [...earlierTotalsCents].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  const medianCents = sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
  if (medianCents <= 0) return null;
  return { isJump: totalCents > PRICE_JUMP * medianCents, medianCents };
}
