import { textAt, type XmlNode } from './parse-xml.ts';

/** A decimal as XML Schema writes it, as a number; null for anything else. */
export function decimalAt(node: XmlNode | undefined, ...path: string[]): number | null {
  const text = textAt(node, ...path);
  return text !== null && /^[+-]?(?:\d{1,15}(?:\.\d{0,12})?|\.\d{1,12})$/.test(text)
    ? Number(text)
    : null;
}

/** A decimal amount in hundredths, rounded away from zero at the half. */
export function centsAt(node: XmlNode | undefined, ...path: string[]): number | null {
  return toCents(decimalAt(node, ...path));
}

export function toCents(amount: number | null): number | null {
  if (amount === null) return null;
  const cents = Math.sign(amount) * Math.round(Math.abs(amount) * 100 + 1e-6);
  // Never -0: it would not equal 0 once stored.
  return cents === 0 ? 0 : Number.isSafeInteger(cents) ? cents : null;
}

/** '2024-05-06' from '20240506' or '2024-05-06', with or without a time; null when no such day. */
export function dayAt(node: XmlNode | undefined, ...path: string[]): string | null {
  const found = /^(\d{4})-?(\d\d)-?(\d\d)/.exec(textAt(node, ...path) ?? '');
  if (found === null) return null;
  const [, year, month, day] = found.map(Number);
  return toIsoDay(year ?? 0, month ?? 0, day ?? 0);
}

/** The day in ISO form; null when the calendar has no such day. */
export function toIsoDay(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2200) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}
