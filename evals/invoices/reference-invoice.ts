import { Parser } from 'htmlparser2';

/** The fields that are compared, from an e-invoice. */
export interface ReferenceInvoice {
  vendor: string | null;
  number: string | null;
  date: string | null;
  due: string | null;
  totalCents: number | null;
  netCents: number | null;
  taxCents: number | null;
  currency: string | null;
  lines: { description: string; amountCents: number | null }[];
}

const creditNotes = new Set(['81', '83', '261', '381', '396']);

/**
 * Reads a Cross Industry Invoice by the ends of its elements' paths, with another parser than the
 * product's and none of its code. Amounts of credit notes are negative, as in the product.
 */
export function readReference(xml: string): ReferenceInvoice {
  const values = pathsOf(xml);
  const all = (path: RegExp) => values.filter((value) => path.test(value.path));
  const first = (path: RegExp) => all(path)[0]?.text ?? null;
  const head = /(?:Header)?ExchangedDocument(?:>|$)/;
  const inHead = (name: string) =>
    values.find(({ path }) => head.test(path) && path.endsWith(name))?.text ?? null;
  const sign = creditNotes.has(inHead('Document>TypeCode') ?? '') ? -1 : 1;
  const total = cents(first(/Settlement(?:Header)?MonetarySummation>GrandTotalAmount$/));
  const factor = sign === -1 && (total ?? 0) > 0 ? -1 : 1;
  const signed = (amount: number | null) =>
    amount === null || amount === 0 ? amount : amount * factor;
  const currency = first(/InvoiceCurrencyCode$/);
  const taxes = all(
    /TradeSettlement>SpecifiedTradeSettlement(?:Header)?MonetarySummation>TaxTotalAmount$/,
  );
  const tax = taxes.find((one) => one.currency === currency) ?? taxes[0];
  const dues = all(/SpecifiedTradePaymentTerms>DueDateDateTime>DateTimeString$/).map(({ text }) =>
    day(text),
  );
  return {
    vendor: first(/SellerTradeParty>Name$/),
    number: inHead('Document>ID'),
    date: day(inHead('IssueDateTime>DateTimeString')),
    due: dues.sort().at(-1) ?? null,
    totalCents: signed(total),
    netCents: signed(cents(first(/Settlement(?:Header)?MonetarySummation>TaxBasisTotalAmount$/))),
    taxCents: signed(cents(tax?.text ?? null)),
    currency,
    lines: linesOf(values, signed),
  };
}

interface Value {
  path: string;
  text: string;
  currency: string | null;
  /** Which line of the invoice it belongs to; 0: none. */
  line: number;
}

function pathsOf(xml: string): Value[] {
  const values: Value[] = [];
  const path: string[] = [];
  let text = '';
  let currency: string | null = null;
  let line = 0;
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        path.push(local(name));
        if (path.at(-1) === 'IncludedSupplyChainTradeLineItem') line += 1;
        text = '';
        currency = attributes.currencyID ?? null;
      },
      ontext(part) {
        text += part;
      },
      onclosetag() {
        const here = path.join('>');
        const shown = text.replace(/\s+/g, ' ').trim();
        const inLine = path.includes('IncludedSupplyChainTradeLineItem') ? line : 0;
        if (shown !== '') values.push({ path: here, text: shown, currency, line: inLine });
        path.pop();
        text = '';
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  return values;
}

function linesOf(
  values: readonly Value[],
  signed: (amount: number | null) => number | null,
): ReferenceInvoice['lines'] {
  const last = Math.max(0, ...values.map(({ line }) => line));
  const lines: ReferenceInvoice['lines'] = [];
  for (let line = 1; line <= last; line += 1) {
    const own = values.filter((value) => value.line === line);
    const amount = own.find(({ path }) => /Summation>LineTotalAmount$/.test(path))?.text ?? null;
    const name = own.find(({ path }) => /LineItem>SpecifiedTradeProduct>Name$/.test(path))?.text;
    if (name === undefined && amount === null) continue;
    lines.push({ description: name ?? '', amountCents: signed(cents(amount)) });
  }
  return lines;
}

function cents(text: string | null): number | null {
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text ?? '');
  if (found === null) return null;
  const digits = `${found[3] ?? ''}000`;
  const whole = Number(found[2]) * 100 + Number(digits.slice(0, 2));
  const rounded = whole + (Number(digits[2]) >= 5 ? 1 : 0);
  return rounded === 0 ? 0 : found[1] === '-' ? -rounded : rounded;
}

function day(text: string | null): string | null {
  const found = /^(\d{4})(\d\d)(\d\d)/.exec((text ?? '').replaceAll('-', ''));
  return found === null ? null : `${found[1]}-${found[2]}-${found[3]}`;
}
