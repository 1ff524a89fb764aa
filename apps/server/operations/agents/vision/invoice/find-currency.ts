import type { Line } from '../layout.ts';

const signs: readonly (readonly [string, RegExp])[] = [
  ['EUR', /€|\beuros?\b/i],
  ['GBP', /£/],
  ['INR', /₹|\bRs\.?\s?-?\d|\bINR\b/],
  ['PLN', /\d\s?zł|złot/],
  ['CZK', /\d\s?Kč/],
  ['HUF', /\d\s?Ft\b/],
  ['BRL', /R\$/],
  ['AUD', /\bA(?:U)?\$/],
  ['CAD', /\bC(?:A)?\$/],
  ['CHF', /\bSFr\.?|\d\s?Fr\./],
  ['JPY', /[¥円]/],
  ['TRY', /₺/],
  ['UAH', /₴/],
  ['KRW', /₩/],
  ['ILS', /₪/],
  ['USD', /(?<![A-Z])(?:US)?\$|\bUS Dollars?\b/],
];
const codes =
  /(?<![A-Z])(?:EUR|USD|GBP|CHF|INR|PLN|SEK|NOK|DKK|CZK|HUF|RON|BGN|JPY|CNY|AUD|CAD|NZD|ZAR|TRY|BRL|MXN|SGD|HKD|AED|ISK|UAH|KRW|ILS|THB)(?![A-Z])/g;

/** The ISO code of the currency most amounts are in; null when nothing names one. */
export function findCurrency(lines: readonly Line[]): string | null {
  const counts = new Map<string, number>();
  const add = (code: string, times: number) => counts.set(code, (counts.get(code) ?? 0) + times);
  for (const { cells } of lines) {
    for (const { text } of cells) {
      for (const [code] of text.matchAll(codes)) add(code, 2);
      if (/\d|euro|dollar/i.test(text)) {
        for (const [code, sign] of signs) if (sign.test(text)) add(code, 1);
      }
    }
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first?.[0] ?? null;
}
