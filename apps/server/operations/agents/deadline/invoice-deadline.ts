import { addDays } from '@deskbell/clerk';
import type { Invoice, VisionFindings } from '../findings.ts';
import { findDates } from './dates/find-dates.ts';

/** When an invoice is to be paid, and the line of the attachment that says so. */
export interface InvoiceDeadline {
  date: string;
  description: string;
  quote: string;
  attachment: number;
}

const TERMS = /\b(?:net|within|terms:?|payable in|in)\s{0,3}(\d{1,3})(?:\s{0,3}days?)?\b/i;
const SPEAKS_OF_PAYING =
  /\b(?:due|pay|payable|payment|terms|net|zahlbar|fällig|échéance|vervaldatum)/i;
const MOST_LINES = 400;

/**
 * The due date vision found on an invoice, or the one its terms ("net 30") give from its date. The
 * quote is a line of the extracted text that holds it; without such a line there is no deadline.
 */
export function invoiceDeadline(vision: VisionFindings, timezone: string): InvoiceDeadline | null {
  const invoice = vision.invoice_data;
  if (invoice === null) return null;
  const lines = vision.extracted_text
    .split('\n', MOST_LINES)
    .map((line) => line.trim().slice(0, 300));
  const description = describe(invoice);
  const { attachment } = invoice;
  if (invoice.due !== null) {
    const quote = lineWithDay(lines, invoice.due, timezone) ?? lineWithTerms(lines, invoice)?.quote;
    return quote === undefined ? null : { date: invoice.due, description, quote, attachment };
  }
  const terms = lineWithTerms(lines, invoice);
  return terms === undefined ? null : { ...terms, description, attachment };
}

function describe({ vendor, number }: Invoice): string {
  const what = number === null ? 'Invoice' : `Invoice ${number}`;
  return `${what}${vendor === null ? '' : ` from ${vendor}`} is to be paid`.slice(0, 300);
}

/** First lines that speak of paying, then any: the same day may be the delivery's. */
function lineWithDay(lines: readonly string[], day: string, timezone: string): string | undefined {
  const base = new Date(`${day}T12:00:00Z`);
  const holds = (line: string): boolean =>
    [false, true].some((isDayFirst) =>
      findDates({ text: line, base, timezone, isDayFirst }).some(
        ({ date, source }) => source === 'calendar' && date === day,
      ),
    );
  const dated = lines.filter((line) => /\d/.test(line) && line.length >= 6).slice(0, 150);
  return (
    dated.find((line) => SPEAKS_OF_PAYING.test(line) && holds(line)) ??
    dated.find((line) => holds(line))
  );
}

function lineWithTerms(
  lines: readonly string[],
  { date }: Invoice,
): { quote: string; date: string } | undefined {
  if (date === null) return undefined;
  for (const quote of lines) {
    const days = Number(TERMS.exec(quote)?.[1]);
    if (SPEAKS_OF_PAYING.test(quote) && days > 0 && days <= 365)
      return { quote, date: addDays(date, days) };
  }
  return undefined;
}
