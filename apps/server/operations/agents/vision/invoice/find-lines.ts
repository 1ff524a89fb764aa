import type { Invoice } from '../../findings.ts';
import { ROUNDING_CENTS } from '../e-invoice/e-invoice.ts';
import type { Line } from '../layout.ts';
import { readAmountLabel } from './amount-labels.ts';
import type { Amount } from './amounts.ts';

const MAX_LINES = 500;

/**
 * The lines of the invoice: rows that end in an amount and begin with words. They are kept only
 * when they come to one of the sums, which is what shows that they were read rightly.
 */
export function findLines(
  lines: readonly Line[],
  amounts: readonly Amount[],
  sums: readonly (Amount | null)[],
): Invoice['lines'] {
  const firstSum = Math.min(...sums.map((sum) => sum?.line ?? Number.POSITIVE_INFINITY));
  const byLine = new Map<number, Amount[]>();
  for (const amount of amounts) {
    if (amount.line < firstSum)
      byLine.set(amount.line, [...(byLine.get(amount.line) ?? []), amount]);
  }
  const rows: { line: number; figures: Amount[]; last: Amount }[] = [];
  for (const [line, figures] of byLine) {
    const last = figures.at(-1);
    const { cells = [] } = lines[line] ?? {};
    if (last === undefined || last.decimals !== 2 || last.cell !== cells.length - 1) continue;
    const named = cells.filter(({ text }) => /\p{L}{2}/u.test(text));
    if (named.length > 0 && !named.some(({ text }) => isSum(text)))
      rows.push({ line, figures, last });
  }
  const start = startOfRun(
    rows.map(({ last }) => last.cents),
    sums,
  );
  if (start === null) return [];
  return rows
    .slice(start.from, start.to)
    .slice(0, MAX_LINES)
    .map(({ line, figures, last }) => ({
      ...describe(lines, line, figures),
      amount_cents: last.cents,
    }));
}

function isSum(text: string): boolean {
  const label = readAmountLabel(text);
  return label !== null && label.role !== 'other' && label.weight >= 45;
}

/** The rows next to each other that come to one of the sums; the longest such run. */
function startOfRun(
  cents: readonly number[],
  sums: readonly (Amount | null)[],
): { from: number; to: number } | null {
  const targets = sums.filter((sum) => sum !== null).map((sum) => sum.cents);
  const most = Math.min(cents.length, MAX_LINES);
  let best: { from: number; to: number } | null = null;
  for (let from = 0; from < Math.min(most, 30); from += 1) {
    let total = 0;
    for (let to = from + 1; to <= most; to += 1) {
      total += cents[to - 1] ?? 0;
      const fits = targets.some((target) => Math.abs(target - total) <= ROUNDING_CENTS);
      if (fits && (best === null || to - from > best.to - best.from)) best = { from, to };
    }
  }
  return best;
}

function describe(
  lines: readonly Line[],
  line: number,
  figures: readonly Amount[],
): { description: string; quantity: number | null; unit_price: number | null } {
  const cells = lines[line]?.cells ?? [];
  const name = cells.find(({ text }) => /\p{L}{3}/u.test(text) && readAmountLabel(text) === null);
  const description = (name ?? cells.find(({ text }) => /\p{L}{2}/u.test(text)))?.text ?? '';
  const last = figures.at(-1);
  const others = figures.slice(0, -1);
  for (const quantity of others) {
    for (const price of others) {
      if (quantity === price || last === undefined) continue;
      const product = Math.round(quantity.value * price.value * 100);
      // Which of two factors is the price: the one with decimals, or the later one.
      if (Math.abs(product - last.cents) <= 1 && price.start + price.left >= quantity.left) {
        const isSwapped = quantity.decimals === 2 && price.decimals === 0;
        const [count, unit] = isSwapped ? [price, quantity] : [quantity, price];
        return {
          description: description.slice(0, 300),
          quantity: count.value,
          unit_price: unit.value,
        };
      }
    }
  }
  return { description: description.slice(0, 300), quantity: null, unit_price: null };
}
