/** `92%`; a dash for what is unknown. */
export const sayShare = (share: number | null): string =>
  share === null ? '–' : `${Math.round(share * 100)}%`;

/** `1,204` */
export const sayCount = (count: number): string => count.toLocaleString('en-US');

/** `$0.0042` of 4,200,000 nano dollars; 'unknown' when a price is. */
export const sayCost = (nanoUsd: number | null): string => {
  if (nanoUsd === null) return 'unknown';
  const dollars = nanoUsd / 1e9;
  const digits = dollars !== 0 && dollars < 1 ? 4 : 2;
  return dollars.toLocaleString('en-US', {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
};

/** `$1,250.00` of cents. */
export const sayCents = (cents: number): string =>
  (cents / 100).toLocaleString('en-US', { style: 'currency', currency: 'USD' });
