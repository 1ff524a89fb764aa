/** What begins an extension that people write behind a number. */
const EXTENSION = /(?:\bext(?:ension)?\.?|x|#)\s*\d+\s*$/i;

/** A number as a phone dials it, without its extension; one without a country code is American. */
export function phoneLink(phone: string): string {
  const number = phone.replace(EXTENSION, '').trim();
  const digits = number.replace(/\D/g, '');
  return `tel:${number.startsWith('+') || digits.length !== 10 ? '+' : '+1'}${digits}`;
}

/** Nothing in the address is taken for a header of the mail. */
export function mailLink(email: string, subject?: string): string {
  const address = encodeURIComponent(email).replace('%40', '@');
  const query = subject === undefined ? '' : `?subject=${encodeURIComponent(subject)}`;
  return `mailto:${address}${query}`;
}
