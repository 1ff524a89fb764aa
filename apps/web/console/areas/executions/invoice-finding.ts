import { type Finding, facts, sayDate } from './finding.ts';
import { type Fields, numberIn, recordsIn, textIn } from './read-fields.ts';

/** An invoice that was read out of a file, with its lines as a table. */
export function invoiceFinding(invoice: Fields): Finding {
  const currency = textIn(invoice, 'currency');
  const money = (name: string): string | undefined => sayMoney(numberIn(invoice, name), currency);
  const lines = recordsIn(invoice, 'lines');
  const isWrong = invoice.arithmetic_ok === false;
  const isDuplicate = textIn(invoice, 'duplicate_of') !== undefined;
  return {
    key: 'invoice_data',
    title: titled('Invoice', textIn(invoice, 'number')),
    facts: facts([
      ['Vendor', textIn(invoice, 'vendor')],
      ['Date', sayDate(textIn(invoice, 'date'))],
      ['Due', sayDate(textIn(invoice, 'due'))],
      ['Net', money('net_cents')],
      ['Tax', money('tax_cents')],
      ['Total', money('total_cents')],
      ['Figures', sayArithmetic(invoice.arithmetic_ok)],
      ['Read from', sources[textIn(invoice, 'source') ?? '']],
    ]),
    texts: isDuplicate ? ['This vendor has sent an invoice with this number before.'] : [],
    ...((isWrong || isDuplicate) && { isWarning: true as const }),
    ...(lines.length > 0 && {
      table: {
        columns: ['What', 'Quantity', 'Each', 'Amount'],
        rows: lines.map(({ record }) => [
          textIn(record, 'description') ?? '–',
          sayAmount(numberIn(record, 'quantity')),
          sayAmount(numberIn(record, 'unit_price')),
          sayMoney(numberIn(record, 'amount_cents'), currency) ?? '–',
        ]),
      },
    }),
  };
}

export function receiptFinding(receipt: Fields): Finding {
  return {
    key: 'receipt_data',
    title: titled('Receipt', textIn(receipt, 'vendor')),
    facts: facts([
      ['Date', sayDate(textIn(receipt, 'date'))],
      ['Total', sayMoney(numberIn(receipt, 'total_cents'), textIn(receipt, 'currency'))],
    ]),
    texts: [],
  };
}

const sources: Readonly<Record<string, string>> = {
  embedded_xml: 'the data inside the file',
  text: 'the text of the file',
  model: 'the picture, by a language model',
};

const titled = (what: string, name: string | undefined): string =>
  name === undefined ? what : `${what} ${name}`;

function sayArithmetic(isRight: unknown): string {
  if (typeof isRight !== 'boolean') return 'too few to check';
  return isRight ? 'add up' : 'do not add up';
}

const sayAmount = (amount: number | undefined): string =>
  amount === undefined ? '–' : amount.toLocaleString('en-US', { maximumFractionDigits: 4 });

/** `$420.00`; a currency that does not exist is named behind the figure. */
function sayMoney(cents: number | undefined, currency: string | undefined): string | undefined {
  if (cents === undefined) return undefined;
  const amount = cents / 100;
  if (currency === undefined) return sayFigure(amount);
  try {
    return amount.toLocaleString('en-US', { style: 'currency', currency });
  } catch {
    return `${sayFigure(amount)} ${currency}`;
  }
}

const sayFigure = (amount: number): string =>
  amount.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
