import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOfText } from '../layout.ts';
import { readInvoiceText } from './read-invoice-text.ts';

const read = (text: string) => readInvoiceText(linesOfText(text));

const facts = (text: string) => {
  const invoice = read(text);
  return (
    invoice && {
      number: invoice.number,
      date: invoice.date,
      due: invoice.due,
      net: invoice.net_cents,
      tax: invoice.tax_cents,
      total: invoice.total_cents,
      currency: invoice.currency,
    }
  );
};

test('an American invoice: month first, the balance, sales tax', () => {
  assert.deepEqual(
    facts(`Harbor Pool Supply LLC
12 Pier Road, Portland, OR 97201
INVOICE
Invoice #:  HP-00918
Date:  03/04/2026
Due Date:  04/03/2026
PO Number:  7781
Qty  Item  Price  Amount
4  Chlorine tablets  $42.00  $168.00
1  Pump service  $310.50  $310.50
Subtotal  $478.50
Sales Tax (8.25%)  $39.48
Total  $517.98
Balance Due  $517.98`),
    {
      number: 'HP-00918',
      date: '2026-03-04',
      due: '2026-04-03',
      net: 47_850,
      tax: 3_948,
      total: 51_798,
      currency: 'USD',
    },
  );
});

test('a Spanish invoice: two rates of tax, a day with its month in words', () => {
  assert.deepEqual(
    facts(`Suministros del Mar S.L.
FACTURA
Número de factura:  2026/114
Fecha de emisión:  9 de febrero de 2026
Fecha de vencimiento:  11 de marzo de 2026
Cliente:  Hotel Sol
Concepto  Cantidad  Precio  Importe
Sábanas  20  12,00  240,00
Jabón  100  0,85  85,00
Base imponible  325,00 €
IVA 21 %  68,25 €
Total factura  393,25 €`),
    {
      number: '2026/114',
      date: '2026-02-09',
      due: '2026-03-11',
      net: 32_500,
      tax: 6_825,
      total: 39_325,
      currency: 'EUR',
    },
  );
});

test('an Italian invoice: points for thousands', () => {
  assert.deepEqual(
    facts(`Lavanderia Blu S.r.l.
Fattura n. 88/A del 03/11/2025
Scadenza: 03/12/2025
Descrizione  Importo
Noleggio biancheria  1.250,00
Imponibile  1.250,00
IVA 22%  275,00
Totale documento  EUR 1.525,00`),
    {
      number: '88/A',
      date: '2025-11-03',
      due: '2025-12-03',
      net: 125_000,
      tax: 27_500,
      total: 152_500,
      currency: 'EUR',
    },
  );
});

test('a Polish invoice: net, tax and total side by side in one row', () => {
  assert.deepEqual(
    facts(`Hurtownia Czysto Sp. z o.o.
Faktura VAT nr FV/12/2025
Data wystawienia: 15.12.2025    Termin płatności: 29.12.2025
Lp  Nazwa  Wartość netto  VAT  Wartość brutto
1  Płyn  100,00  23,00  123,00
2  Papier  50,00  11,50  61,50
Razem:  150,00  34,50  184,50
Do zapłaty: 184,50 zł`),
    {
      number: 'FV/12/2025',
      date: '2025-12-15',
      due: '2025-12-29',
      net: 15_000,
      tax: 3_450,
      total: 18_450,
      currency: 'PLN',
    },
  );
});

test('a Swedish invoice: a day year first, spaces for thousands', () => {
  assert.deepEqual(
    facts(`Tvätt & Co AB
FAKTURA
Fakturanummer  50231
Fakturadatum  2026-01-20
Förfallodatum  2026-02-19
Tvättservice  10  1 200,00  12 000,00
Netto  12 000,00
Moms 25%  3 000,00
Att betala  15 000,00 SEK`),
    {
      number: '50231',
      date: '2026-01-20',
      due: '2026-02-19',
      net: 1_200_000,
      tax: 300_000,
      total: 1_500_000,
      currency: 'SEK',
    },
  );
});

test('a French invoice: what was paid before is not the total', () => {
  assert.deepEqual(
    facts(`Blanchisserie Léman SAS
FACTURE N° 2026-0042
Date : 12 janvier 2026
Échéance : 11 février 2026
Total HT  1 000,00 €
TVA 20 %  200,00 €
Total TTC  1 200,00 €
Acompte versé  400,00 €
Net à payer  800,00 €`),
    {
      number: '2026-0042',
      date: '2026-01-12',
      due: '2026-02-11',
      net: 100_000,
      tax: 20_000,
      total: 120_000,
      currency: 'EUR',
    },
  );
});

test('a British invoice with labels above their values', () => {
  assert.deepEqual(
    facts(`Coastal Linen Limited
Tax Invoice
Invoice No       Invoice Date     Due Date
CL/7731          5 May 2026       4 June 2026
Description               Net        VAT       Gross
Linen hire                200.00     40.00     240.00
Collection                15.00      3.00      18.00
Total                     215.00     43.00     258.00
All amounts in GBP`),
    {
      number: 'CL/7731',
      date: '2026-05-05',
      due: '2026-06-04',
      net: 21_500,
      tax: 4_300,
      total: 25_800,
      currency: 'GBP',
    },
  );
});

test('an invoice without tax states one figure, and nothing is made up beside it', () => {
  const invoice = read(`Jo Gardener
Invoice 17
Date: 2 April 2026
Hedges cut, 6 hours  £180.00
Total  £180.00`);
  assert.equal(invoice?.total_cents, 18_000);
  assert.equal(invoice?.tax_cents, null);
  assert.equal(invoice?.number, '17');
  assert.equal(invoice?.currency, 'GBP');
});

test('figures that do not add up are said not to, and are not trusted', () => {
  const invoice = read(`Coastal Linen Limited
Invoice number: CL-1
Invoice date: 5 May 2026
Net total  200.00
VAT total  40.00
Grand total  250.00`);
  assert.equal(invoice?.arithmetic_ok, false);
  assert.equal(invoice?.total_cents, 25_000);
  assert.ok((invoice?.confidence ?? 1) < 0.9);
});

test('orders, delivery notes and statements without an invoice are none', () => {
  for (const text of [
    'Order confirmation\nOrder number: 4711\nOrder date: 2026-01-02\nTotal  100.00',
    'Delivery note 88\nDate: 2026-01-02\n4 boxes of soap',
    'Minutes of 2 May 2026\nWe spoke about invoices.\nTotal: 12 people',
    '',
  ]) {
    assert.equal(read(text), null, text);
  }
});

test('hostile text of any shape is read in bounded time', () => {
  const shapes = [
    'invoice '.repeat(50_000),
    'a'.repeat(400_000),
    '1'.repeat(400_000),
    '1,'.repeat(200_000),
    '1.234,56 '.repeat(40_000),
    `Invoice 1\n${'Total  1.00  2.00  3.00  4.00\n'.repeat(20_000)}`,
    `Invoice 1\n${'01.02.2026  '.repeat(30_000)}`,
    `${'rechnung-'.repeat(40_000)}korrektur`,
    `Invoice number${' '.repeat(300_000)}7`,
    `Invoice\n${'x  '.repeat(100_000)}`,
    `Facture n${'°'.repeat(100_000)}`,
    '('.repeat(200_000),
  ];
  for (const shape of shapes) {
    const startedAt = process.cpuUsage();
    read(shape);
    const { user } = process.cpuUsage(startedAt);
    assert.ok(user < 4_000_000, `${shape.slice(0, 20)} took ${user / 1000} ms`);
  }
});
