import type { Invoice } from '../../findings.ts';

/** What the data of an electronic invoice states, before anyone compares it with the page. */
export type EInvoice = Omit<Invoice, 'source' | 'attachment' | 'duplicate_of'> & {
  /** By its type, whichever sign its amounts carry; here they are negative. */
  isCreditNote: boolean;
  /** The number, date and total as they stand in the data. */
  quotes: { number: string | null; date: string | null; total: string | null };
};

/** Cents two figures may differ by when taxes were rounded line by line. */
export const ROUNDING_CENTS = 2;

/** Whether figures add up; null when one of them is missing. */
export function addsUp(parts: readonly (number | null)[], sum: number | null): boolean | null {
  if (sum === null || parts.includes(null)) return null;
  const total = parts.reduce<number>((before, part) => before + (part ?? 0), 0);
  return Math.abs(total - sum) <= ROUNDING_CENTS;
}

/** False when one check fails, true when at least one holds, null when none could be made. */
export function bothHold(...checks: (boolean | null)[]): boolean | null {
  if (checks.includes(false)) return false;
  return checks.includes(true) ? true : null;
}

/** The invoice with all its amounts negative, for a credit note that states them positive. */
export function asCredit(invoice: EInvoice): EInvoice {
  if ((invoice.total_cents ?? 0) <= 0) return { ...invoice, isCreditNote: true };
  const negative = (cents: number | null) => (cents === null || cents === 0 ? cents : -cents);
  return {
    ...invoice,
    isCreditNote: true,
    total_cents: negative(invoice.total_cents),
    net_cents: negative(invoice.net_cents),
    tax_cents: negative(invoice.tax_cents),
    lines: invoice.lines.map((line) => ({ ...line, amount_cents: negative(line.amount_cents) })),
  };
}
