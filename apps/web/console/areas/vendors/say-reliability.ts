import type { Vendor, VendorDetail } from '@deskbell/protocol';
import { sayCount } from '../../ui/figures.ts';

type Reliability = Vendor['reliability'];
type EventKind = VendorDetail['events_by_kind'][number]['kind'];

/** Under so many events the server gives no score. */
const LEAST_EVENTS = 5;

const events = (n: number): string => (n === 1 ? '1 event' : `${sayCount(n)} events`);

/** From here on a vendor is fair, good and excellent. */
const EDGES = [0.7, 0.85, 0.95];

/** Two digits; three where rounding would make it look better than its rating: 0.849 is not good yet. */
function sayScore(score: number): string {
  const rounded = Math.round(score * 100) / 100;
  const looksBetter = EDGES.some((edge) => score < edge && rounded >= edge);
  return looksBetter ? (Math.floor(score * 1_000) / 1_000).toFixed(3) : rounded.toFixed(2);
}

/** `0.86 good, 14 events`, never a score without what it rests on. */
export function sayReliability({ score, rating, n }: Reliability): string {
  if (score === null) {
    return n === 0 ? 'no events yet' : `not enough events yet (${n} of ${LEAST_EVENTS})`;
  }
  return `${sayScore(score)} ${rating}, ${events(n)}`;
}

/** How it was computed, as sentences. */
export function explainReliability({ kept, broken, n, score }: Reliability): string {
  if (n === 0) {
    return 'Nothing has been observed yet: deliveries, invoices and answers of this vendor will be.';
  }
  const observed = `Of ${events(n)} observed, ${sayCount(kept)} went as promised and ${sayCount(broken)} did not.`;
  if (score === null) return `${observed} A score takes ${LEAST_EVENTS}.`;
  return `${observed} (1 + ${kept} kept) / (2 + ${n} events) = ${sayScore(score)}: one good and one bad event are added, so that few events say little.`;
}

export const eventKinds: Readonly<Record<EventKind, string>> = {
  delivery: 'Deliveries as promised',
  invoice_arithmetic: 'Sums of invoices',
  duplicate_invoice: 'Invoices sent once',
  price_jump: 'Steady prices',
  complaint: 'Complaints of staff',
  answer_time: 'Answers in time',
};

/** What was observed in one mail, in a word or two. */
export const sayEventKind: Readonly<Record<EventKind, string>> = {
  delivery: 'Delivery',
  invoice_arithmetic: 'Sum of an invoice',
  duplicate_invoice: 'Invoice number',
  price_jump: 'Price',
  complaint: 'Complaint',
  answer_time: 'Answer',
};

/** `$1,250.00`; a code that is no currency's stands before the figure. */
export function sayAmount(cents: number | null, currency: string | null): string {
  if (cents === null) return '–';
  const amount = cents / 100;
  const figure = amount.toLocaleString('en-US', { minimumFractionDigits: 2 });
  if (currency === null) return figure;
  try {
    return amount.toLocaleString('en-US', {
      style: 'currency',
      currency,
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
    });
  } catch {
    return `${currency} ${figure}`;
  }
}
