import type { Query } from '../../query.ts';

export const readDeadlineType = (text: string): Query['deadlineType'] =>
  /\b(?:pay|paid|payments?|payable|invoices?|bills?|owe|money|amounts?)\b/.test(text)
    ? 'payment'
    : /\b(?:deliver\w*|shipments?)\b/.test(text)
      ? 'delivery'
      : undefined;
