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
