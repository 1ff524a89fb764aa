import { plainText } from './quote-text.ts';

const OBSERVATIONS: Readonly<Record<string, string>> = {
  delivery: 'delivery',
  invoice_arithmetic: 'figures of an invoice',
  duplicate_invoice: 'number of an invoice',
  price_jump: 'price',
  complaint: 'complaint',
  answer_time: 'answer',
};

/** What was observed of a vendor. */
export const observation = (kind: string): string =>
  (Object.hasOwn(OBSERVATIONS, kind) ? OBSERVATIONS[kind] : undefined) ??
  plainText(kind.replaceAll('_', ' '), 40);
