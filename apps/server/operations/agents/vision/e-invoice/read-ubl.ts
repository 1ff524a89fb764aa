import { addsUp, asCredit, bothHold, type EInvoice } from './e-invoice.ts';
import { child, children, textAt, type XmlNode } from './parse-xml.ts';
import { currencyOf } from './read-cii.ts';
import { centsAt, dayAt, decimalAt } from './xml-values.ts';

const MAX_LINES = 500;

/** Reads a UBL 2.x Invoice or CreditNote: XRechnung UBL, Peppol BIS Billing. Null for another. */
export function readUbl(document: XmlNode): EInvoice | null {
  const credit = child(document, 'CreditNote');
  const root = child(document, 'Invoice') ?? credit;
  const sums = child(root, 'LegalMonetaryTotal');
  if (root === undefined || sums === undefined) return null;
  const party = child(root, 'AccountingSupplierParty', 'Party');
  const vendor =
    textAt(party, 'PartyLegalEntity', 'RegistrationName') ?? textAt(party, 'PartyName', 'Name');
  const currency = currencyOf(textAt(root, 'DocumentCurrencyCode'));
  const number = textAt(root, 'ID');
  const net = centsAt(sums, 'TaxExclusiveAmount');
  const totalName = child(sums, 'TaxInclusiveAmount') ? 'TaxInclusiveAmount' : 'PayableAmount';
  const total = centsAt(sums, totalName);
  const tax = taxTotal(root, currency);
  const lines = linesOf(root);
  const invoice: EInvoice = {
    vendor: vendor?.slice(0, 200) ?? null,
    number: number?.slice(0, 100) ?? null,
    date: dayAt(root, 'IssueDate'),
    due: dayAt(root, 'DueDate') ?? dayAt(root, 'PaymentMeans', 'PaymentDueDate'),
    total_cents: total,
    net_cents: net,
    tax_cents: tax,
    currency,
    lines,
    arithmetic_ok: bothHold(
      addsUp([net, tax ?? (net === total ? 0 : null)], total),
      linesAddUp(lines, sums),
    ),
    isCreditNote: false,
    quotes: { number, date: textAt(root, 'IssueDate'), total: textAt(sums, totalName) },
  };
  const isCredit = credit === root || textAt(root, 'InvoiceTypeCode') === '381';
  return isCredit ? asCredit(invoice) : invoice;
}

function taxTotal(root: XmlNode, currency: string | null): number | null {
  const stated = children(root, 'TaxTotal').flatMap((total) => children(total, 'TaxAmount'));
  const own = stated.find((amount) => textAt(amount, '@currencyID') === currency) ?? stated[0];
  return centsAt(own);
}

function linesOf(root: XmlNode): EInvoice['lines'] {
  return [...children(root, 'InvoiceLine'), ...children(root, 'CreditNoteLine')]
    .slice(0, MAX_LINES)
    .map((line) => ({
      description: (
        textAt(line, 'Item', 'Name') ??
        textAt(line, 'Item', 'Description') ??
        ''
      ).slice(0, 300),
      quantity: decimalAt(line, 'InvoicedQuantity') ?? decimalAt(line, 'CreditedQuantity'),
      unit_price: decimalAt(line, 'Price', 'PriceAmount'),
      amount_cents: centsAt(line, 'LineExtensionAmount'),
    }));
}

function linesAddUp(lines: EInvoice['lines'], sums: XmlNode): boolean | null {
  const amounts = lines.map(({ amount_cents }) => amount_cents).filter((cents) => cents !== null);
  const stated = centsAt(sums, 'LineExtensionAmount');
  if (amounts.length === 0 || stated === null) return null;
  const charges = centsAt(sums, 'ChargeTotalAmount') ?? 0;
  const allowances = centsAt(sums, 'AllowanceTotalAmount') ?? 0;
  const difference = Math.abs(amounts.reduce((sum, cents) => sum + cents, 0) - stated);
  return (
    difference <= Math.max(2, amounts.length) &&
    addsUp(
      [stated, charges, allowances === 0 ? 0 : -allowances],
      centsAt(sums, 'TaxExclusiveAmount'),
    ) !== false
  );
}
