import type { Invoice } from '../../findings.ts';
import type { Line } from '../layout.ts';
import { words } from './amount-labels.ts';
import { findAmounts } from './amounts.ts';
import { dayOrderOf, findDays } from './dates.ts';
import { findCurrency } from './find-currency.ts';
import { findDates } from './find-dates.ts';
import { findLines } from './find-lines.ts';
import { findNumber } from './find-number.ts';
import { findTotals } from './find-totals.ts';
import { findVendor } from './find-vendor.ts';
import { closeSpreadLetters, fold } from './fold.ts';
import { DOCUMENT } from './words.ts';

export type TextInvoice = Omit<Invoice, 'source' | 'attachment' | 'duplicate_of'> & {
  isCreditNote: boolean;
  confidence: number;
  quotes: { number: string | null; date: string | null; due: string | null; total: string | null };
};

const documentWord = words(DOCUMENT);
const creditNote = words(
  'credit (?:note|memo)|avoir|creditnota|kreditnota|kreditfaktura|nota de credito|nota di credito|abono|stornorechnung|rechnungs?-?korrektur|gutschriftsanzeige',
);
const MAX_LINES_READ = 3_000;
const PLAIN = 60;

/** The invoice that lines of text are, read by labels, places and sums; null when they are none. */
export function readInvoiceText(all: readonly Line[]): TextInvoice | null {
  const lines = all.slice(0, MAX_LINES_READ);
  const heading = lines
    .slice(0, 40)
    .map((line) => line.cells.map((cell) => fold(closeSpreadLetters(cell.text))).join(' '));
  const isNamed = heading.some((text) => text.length < 200 && documentWord.test(text));
  const number = findNumber(lines);
  if (!isNamed && (number?.weight ?? 0) < 80) return null;
  const amounts = findAmounts(lines);
  const totals = findTotals(lines, amounts);
  const days = findDays(lines, dayOrderOf(lines));
  const dates = findDates(lines, days);
  if (totals.gross === null || totals.weight < PLAIN / 2) return null;
  // A letter about an invoice has one of them at most.
  if ((number?.weight ?? 0) < PLAIN && dates.weight < PLAIN) return null;
  const isCredit = heading.slice(0, 25).some((text) => text.length < 80 && creditNote.test(text));
  const sign = isCredit && totals.gross.cents > 0 ? -1 : 1;
  const signed = (cents: number | null | undefined) =>
    cents === null || cents === undefined ? null : cents === 0 ? 0 : cents * sign;
  const found = findLines(lines, amounts, [totals.net, totals.gross]);
  const isSure = totals.addsUp === true && (number?.weight ?? 0) >= 80 && dates.weight >= PLAIN;
  return {
    vendor: findVendor(lines)?.slice(0, 200) ?? null,
    number: number?.number.slice(0, 100) ?? null,
    date: dates.date?.day ?? null,
    due: dates.due?.day ?? null,
    total_cents: signed(totals.gross.cents),
    net_cents: signed(totals.net?.cents),
    tax_cents: signed(totals.net === null ? totals.tax?.cents : totals.taxCents),
    currency: findCurrency(lines),
    lines: found.map((line) => ({ ...line, amount_cents: signed(line.amount_cents) })),
    arithmetic_ok: totals.addsUp ?? (found.length > 1 ? true : null),
    isCreditNote: isCredit,
    confidence: isSure ? 0.92 : confidenceOf(totals.weight, number?.weight ?? 0, dates.weight),
    quotes: {
      number: number?.number ?? null,
      date: dates.date?.quote ?? null,
      due: dates.due?.quote ?? null,
      total: totals.gross.quote,
    },
  };
}

/** Each of the three that was not plainly labelled costs; without sums it stays under the gate. */
function confidenceOf(total: number, number: number, date: number): number {
  const unsure = [total < PLAIN, number < 80, date < PLAIN].filter(Boolean).length;
  return 0.85 - unsure * 0.15;
}
