import type { DateTime } from 'luxon';
import { buildInvoicePdf } from './invoice-pdf.ts';

const DUE_IN_DAYS = 14;

/** The leasing company's invoice for a month, dated the day it arrives. */
export function leaseInvoice(number: string, arrives: DateTime): Uint8Array {
  return buildInvoicePdf(
    {
      number,
      date: arrives.toISODate() ?? '',
      due: arrives.plus({ days: DUE_IN_DAYS }).toISODate() ?? '',
      currency: 'USD',
      seller: {
        name: 'Harbor Van Leasing',
        street: '210 Pier Road',
        city: 'Brooklyn',
        countryCode: 'US',
        vatId: 'US00-5550142',
        iban: 'US00 0000 0000 5550 0142',
      },
      buyer: {
        name: 'ToteTaxi',
        street: '40 Depot Lane',
        city: 'Long Island City',
        countryCode: 'US',
      },
      lines: [{ description: 'Van lease, one month', quantity: 3, unitPriceCents: 104_000 }],
      taxPercent: 8.625,
    },
    { hasData: true },
  );
}
