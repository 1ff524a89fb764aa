import type { VisionFindings } from '../findings.ts';
import { words } from './invoice/amount-labels.ts';
import { findAmounts } from './invoice/amounts.ts';
import { dayOrderOf, findDays } from './invoice/dates.ts';
import { findCurrency } from './invoice/find-currency.ts';
import { findDates } from './invoice/find-dates.ts';
import { findTotals } from './invoice/find-totals.ts';
import { findVendor } from './invoice/find-vendor.ts';
import { closeSpreadLetters, fold } from './invoice/fold.ts';
import type { Line } from './layout.ts';

export interface TextReceipt {
  receipt: Omit<NonNullable<VisionFindings['receipt_data']>, 'attachment'>;
  quotes: { date: string | null; total: string };
}

const receiptWord = words(
  'receipt|sales slip|kassenbon|kassenbeleg|kassenzettel|quittung|zahlungsbestatigung|zahlungsbeleg|bewirtungsbeleg|ticket de caisse|recu|confirmation de paiement|recibo|comprobante de pago|ticket de compra|ricevuta|scontrino|kassabon|betaalbewijs|betalingsbevestiging|kvitto|kvittering|paragon|kuitti|uctenka|nyugta|payment confirmation|confirmation of payment|payment received|dowod zaplaty',
);
const HEADING_LINES = 20;
const MAX_HEADING = 60;
const MAX_LINES = 1_000;
const PLAIN_TOTAL = 35;

/** The till slip or payment confirmation that lines of text are; null when they are none. */
export function readReceipt(all: readonly Line[]): TextReceipt | null {
  const lines = all.slice(0, MAX_LINES);
  const isNamed = lines
    .slice(0, HEADING_LINES)
    .some(({ cells }) =>
      cells.some(
        ({ text }) =>
          text.length <= MAX_HEADING && receiptWord.test(fold(closeSpreadLetters(text))),
      ),
    );
  if (!isNamed) return null;
  const totals = findTotals(lines, findAmounts(lines));
  if (totals.gross === null || totals.weight < PLAIN_TOTAL) return null;
  const days = findDays(lines, dayOrderOf(lines));
  const found = findDates(lines, days).date ?? days[0] ?? null;
  return {
    receipt: {
      vendor: findVendor(lines)?.slice(0, 200) ?? null,
      date: found?.day ?? null,
      total_cents: totals.gross.cents,
      currency: findCurrency(lines),
    },
    quotes: { date: found?.quote ?? null, total: totals.gross.quote },
  };
}
