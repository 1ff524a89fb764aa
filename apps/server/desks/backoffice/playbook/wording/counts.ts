import { sayCount } from '@deskbell/clerk';

const WHOLE = new Intl.NumberFormat('en-US');

export const number = (value: number): string => WHOLE.format(value);

/** The total of a list: "at least" when counting stopped there. */
export const total = (list: { total: number; is_more_than_total: boolean }, noun: string): string =>
  `${list.is_more_than_total ? 'at least ' : ''}${sayCount(list.total, noun)}`;

/** "12 completed, 1 failed": what is there, in the order given. */
export function breakdown(
  counts: Readonly<Record<string, number>>,
  order?: readonly string[],
): string {
  const keys = order ?? Object.keys(counts);
  return keys
    .filter((key) => (counts[key] ?? 0) > 0)
    .map((key) => `${number(counts[key] ?? 0)} ${key.replaceAll('_', ' ')}`)
    .join(', ');
}

/** A share of 0 to 1 as "93%". */
export const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** "under 1 ms", "840 ms", "1.2 s". */
export function duration(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`;
  return ms < 0.5 ? 'under 1 ms' : `${Math.round(ms)} ms`;
}

const AMOUNT = new Intl.NumberFormat('en-US', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});

/** Money of any currency, without its name: "6,778.20". */
export const amount = (cents: number): string => AMOUNT.format(cents / 100);
