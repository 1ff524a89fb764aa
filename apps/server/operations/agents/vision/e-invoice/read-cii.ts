import { addsUp, asCredit, bothHold, type EInvoice } from './e-invoice.ts';
import { child, children, textAt, type XmlNode } from './parse-xml.ts';
import { centsAt, dayAt, decimalAt } from './xml-values.ts';

// UNTDID 1001: credit notes by the seller or the buyer, and those of factoring and commission.
const creditNoteTypes = new Set([
  '81',
  '83',
  '261',
  '262',
  '296',
  '308',
  '381',
  '396',
  '420',
  '458',
  '532',
]);
const MAX_LINES = 500;

/**
 * Reads UN/CEFACT Cross Industry Invoice: Factur-X, ZUGFeRD 1.0 and 2.x, XRechnung CII. Null for
 * another document. The names changed between ZUGFeRD 1.0 and 2.0; both are known here.
 */
export function readCii(document: XmlNode): EInvoice | null {
  const root = child(document, 'CrossIndustryInvoice') ?? child(document, 'CrossIndustryDocument');
  if (root === undefined) return null;
  const head = oneOf(root, 'ExchangedDocument', 'HeaderExchangedDocument');
  const trade = oneOf(root, 'SupplyChainTradeTransaction', 'SpecifiedSupplyChainTradeTransaction');
  const agreement = oneOf(
    trade,
    'ApplicableHeaderTradeAgreement',
    'ApplicableSupplyChainTradeAgreement',
  );
  const settlement = oneOf(
    trade,
    'ApplicableHeaderTradeSettlement',
    'ApplicableSupplyChainTradeSettlement',
  );
  const sums = oneOf(
    settlement,
    'SpecifiedTradeSettlementHeaderMonetarySummation',
    'SpecifiedTradeSettlementMonetarySummation',
  );
  const currency = currencyOf(textAt(settlement, 'InvoiceCurrencyCode'));
  const number = textAt(head, 'ID');
  const total = centsAt(sums, 'GrandTotalAmount');
  const net = centsAt(sums, 'TaxBasisTotalAmount');
  const tax = taxTotal(sums, currency);
  const lines = linesOf(trade);
  const invoice: EInvoice = {
    vendor: textAt(agreement, 'SellerTradeParty', 'Name')?.slice(0, 200) ?? null,
    number: number?.slice(0, 100) ?? null,
    date: dayAt(head, 'IssueDateTime', 'DateTimeString'),
    due: dueOf(settlement),
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
    quotes: {
      number,
      date: textAt(head, 'IssueDateTime', 'DateTimeString'),
      total: textAt(sums, 'GrandTotalAmount'),
    },
  };
  return creditNoteTypes.has(textAt(head, 'TypeCode') ?? '') ? asCredit(invoice) : invoice;
}

function oneOf(node: XmlNode | undefined, ...names: string[]): XmlNode | undefined {
  return names.map((name) => child(node, name)).find((found) => found !== undefined);
}

export function currencyOf(text: string | null): string | null {
  return text !== null && /^[A-Z]{3}$/.test(text) ? text : null;
}

// The tax may be stated a second time in the currency of the tax office.
function taxTotal(sums: XmlNode | undefined, currency: string | null): number | null {
  const stated = children(sums, 'TaxTotalAmount');
  const own = stated.find((amount) => textAt(amount, '@currencyID') === currency) ?? stated[0];
  return centsAt(own);
}

function dueOf(settlement: XmlNode | undefined): string | null {
  const days = children(settlement, 'SpecifiedTradePaymentTerms')
    .map((terms) => dayAt(terms, 'DueDateDateTime', 'DateTimeString'))
    .filter((day) => day !== null);
  return days.sort().at(-1) ?? null;
}

function linesOf(trade: XmlNode | undefined): EInvoice['lines'] {
  return children(trade, 'IncludedSupplyChainTradeLineItem')
    .slice(0, MAX_LINES)
    .map((item) => {
      const agreement = oneOf(
        item,
        'SpecifiedLineTradeAgreement',
        'SpecifiedSupplyChainTradeAgreement',
      );
      const delivery = oneOf(
        item,
        'SpecifiedLineTradeDelivery',
        'SpecifiedSupplyChainTradeDelivery',
      );
      return {
        description: (textAt(item, 'SpecifiedTradeProduct', 'Name') ?? '').slice(0, 300),
        quantity: decimalAt(delivery, 'BilledQuantity'),
        unit_price: decimalAt(agreement, 'NetPriceProductTradePrice', 'ChargeAmount'),
        amount_cents: lineAmount(item),
      };
    })
    .filter((line) => line.description !== '' || line.amount_cents !== null);
}

function lineAmount(item: XmlNode): number | null {
  const settlement = oneOf(
    item,
    'SpecifiedLineTradeSettlement',
    'SpecifiedSupplyChainTradeSettlement',
  );
  const sums = oneOf(
    settlement,
    'SpecifiedTradeSettlementLineMonetarySummation',
    'SpecifiedTradeSettlementMonetarySummation',
  );
  return centsAt(sums, 'LineTotalAmount');
}

function linesAddUp(lines: EInvoice['lines'], sums: XmlNode | undefined): boolean | null {
  const amounts = lines.map(({ amount_cents }) => amount_cents).filter((cents) => cents !== null);
  const stated = centsAt(sums, 'LineTotalAmount');
  if (amounts.length === 0 || stated === null) return null;
  const charges = centsAt(sums, 'ChargeTotalAmount') ?? 0;
  const allowances = centsAt(sums, 'AllowanceTotalAmount') ?? 0;
  const net = centsAt(sums, 'TaxBasisTotalAmount');
  // Each line was rounded by itself, so the difference may grow with their number.
  const difference = Math.abs(amounts.reduce((sum, cents) => sum + cents, 0) - stated);
  return (
    difference <= Math.max(2, amounts.length) &&
    addsUp([stated, charges, allowances === 0 ? 0 : -allowances], net) !== false
  );
}
