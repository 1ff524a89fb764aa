/** Cents as a customer reads them: 9500 is '$95', 20873 is '$208.73', 195000 is '$1,950'. */
export function formatDollars(cents: number): string {
  const digits = cents % 100 === 0 ? 0 : 2;
  return (cents / 100).toLocaleString('en-US', {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** Cents as a number of dollars with two decimals at most, for results in JSON. */
export function toDollars(cents: number): number {
  return cents / 100;
}

/**
 * A rate of an amount, rounded to the cent, halves up. Computed in integers (the rate in
 * millionths), because 0.0825 has no exact binary form and a half could fall either way.
 */
export function shareOf(amountCents: number, rate: number): number {
  const millionths = Math.round(rate * 1_000_000);
  return Math.floor((amountCents * millionths + 500_000) / 1_000_000);
}
