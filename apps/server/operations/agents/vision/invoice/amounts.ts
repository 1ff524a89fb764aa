import { toCents } from '../e-invoice/xml-values.ts';
import type { Line } from '../layout.ts';

/** A figure on the page that may be money. */
export interface Amount {
  cents: number;
  value: number;
  /** Digits after the decimal mark. */
  decimals: number;
  /** Whether a sign or code of a currency stands beside it. */
  hasCurrency: boolean;
  quote: string;
  /** Index of its line and cell, and where it begins in the cell's text. */
  line: number;
  cell: number;
  start: number;
  left: number;
  right: number;
}

const MAX_AMOUNTS = 4_000;
const SIGNS = '€$£¥₹₽₺₴₩฿₫₱';
const CURRENCY = `[${SIGNS}]|\\b(?:EUR|USD|GBP|CHF|INR|PLN|SEK|NOK|DKK|CZK|HUF|RON|JPY|CNY|AUD|CAD|NZD|ZAR|Rs|kr|zł|zl|Kč|Ft|Fr|R\\$)\\.?`;
const before = new RegExp(`(?:${CURRENCY})\\s?$`, 'u');
const after = new RegExp(`^\\s?(?:${CURRENCY})(?![\\p{L}\\d])`, 'u');
// Digits in groups or in one piece, with at most one decimal part; every run is bounded.
const figure =
  /\d{1,3}(?:[.,'’ ]\d{2,3}){1,4}(?:[.,]\d{1,4})?(?!\d)|\d{1,12}[.,]\d{1,4}(?!\d)|\d{1,9}(?!\d)/gu;

/** What parts whole from hundredths in this document, when it shows. */
export type DecimalMark = '.' | ',' | null;

/** The mark most figures with two decimals use. */
export function decimalMarkOf(lines: readonly Line[]): DecimalMark {
  let points = 0;
  let commas = 0;
  for (const { cells } of lines) {
    for (const { text } of cells) {
      for (const [, mark] of text.matchAll(/\d([.,])\d\d(?![\d.,])/g)) {
        if (mark === ',') commas += 1;
        else points += 1;
      }
    }
  }
  if (points === commas) return null;
  return points > commas ? '.' : ',';
}

/** All figures, in reading order; percentages, dates and parts of codes are left out. */
export function findAmounts(lines: readonly Line[]): Amount[] {
  const mark = decimalMarkOf(lines);
  const amounts: Amount[] = [];
  for (const [line, { cells }] of lines.entries()) {
    for (const [cell, { text, left, right }] of cells.entries()) {
      const width = (right - left) / Math.max(1, text.length);
      for (const found of text.matchAll(figure)) {
        const amount = readFigure(text, found.index, found[0], mark);
        if (amount === null) continue;
        if (amounts.length === MAX_AMOUNTS) return amounts;
        const start = found.index;
        amounts.push({
          ...amount,
          line,
          cell,
          start,
          left: left + start * width,
          right: left + (start + found[0].length) * width,
        });
      }
    }
  }
  return amounts;
}

type Figure = Pick<Amount, 'cents' | 'value' | 'decimals' | 'hasCurrency' | 'quote'>;

function readFigure(text: string, start: number, digits: string, mark: DecimalMark): Figure | null {
  const head = text.slice(Math.max(0, start - 8), start);
  const tail = text.slice(start + digits.length, start + digits.length + 8);
  if (/^\s?%/.test(tail) || isPartOfCode(head, tail)) return null;
  const parsed = parseDigits(digits, mark);
  if (parsed === null) return null;
  const unsigned = head.replace(/[-−–(]\s?$/u, '');
  const hasCurrency = before.test(unsigned) || before.test(head) || after.test(tail);
  const isNegative = isMinus(head, tail);
  const value = isNegative ? -parsed.value : parsed.value;
  const cents = toCents(value);
  if (cents === null || Math.abs(cents) > 1e13) return null;
  return { cents, value, decimals: parsed.decimals, hasCurrency, quote: digits };
}

// Letters, slashes and the like beside it: a date, an account, a telephone number, an article.
function isPartOfCode(head: string, tail: string): boolean {
  const withoutCurrency = head.replace(before, '');
  if (/[\p{L}\d/#@_:.,+][-−–]?$/u.test(withoutCurrency) && !/[:]\s?$/.test(head)) return true;
  if (/\d[-−–]$/u.test(head) || /[\p{L}]-$/u.test(head)) return true;
  return (
    /^(?:[/@_:]|[-−–][\p{L}\d]|[.,]\d|'\d)/u.test(tail) ||
    (/^\p{L}/u.test(tail) && !after.test(tail))
  );
}

function isMinus(head: string, tail: string): boolean {
  if (/^\s?[-−](?![\d\p{L}])/u.test(tail)) return true;
  const bare = head.replace(before, '');
  if (/\($/.test(bare) && /^\s?\)/.test(tail)) return true;
  return /(?:^|[\s:;(|€$£])[-−–]\s?$/u.test(bare) || /(?:^|[\s:])[-−–]\s?$/u.test(head);
}

function parseDigits(
  digits: string,
  mark: DecimalMark,
): { value: number; decimals: number } | null {
  const marks = [...digits].filter((character) => character === '.' || character === ',');
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  const fraction = last === -1 ? '' : digits.slice(last + 1);
  const lastMark = digits[last];
  const isGrouping =
    last === -1 ||
    (marks.length > 1 && marks.every((one) => one === lastMark)) ||
    (marks.length === 1 && fraction.length === 3 && mark !== lastMark) ||
    // Without a hint, three digits behind one mark are thousands: 1.234 or 1,234.
    (marks.length === 1 && fraction.length === 3 && !/^0/.test(digits) && mark === null);
  const whole = (isGrouping ? digits : digits.slice(0, last)).replace(/\D/g, '');
  const decimals = isGrouping ? '' : fraction.replace(/\D/g, '');
  const groups = (isGrouping ? digits : digits.slice(0, last)).split(/\D/);
  // 12 34 56 is no number anyone writes; 1,00,000 is, in India.
  if (groups.length > 1 && groups.at(-1)?.length !== 3) return null;
  const value = Number(decimals === '' ? whole : `${whole}.${decimals}`);
  return Number.isFinite(value) ? { value, decimals: decimals.length } : null;
}
