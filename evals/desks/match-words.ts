/**
 * Whether a text says something, whatever its case and its spaces. A number at an end of what is
 * wanted is a whole number in the text: "$16" is not said by "$165" or "$16.50", but by "$16.00".
 */
export function saysWords(text: string, wanted: string): boolean {
  const words = plain(wanted);
  if (words === '') return true;
  const before = /^\$?\d/.test(words) ? String.raw`(?<!\d|\d[.,])` : '';
  const after = /\d$/.test(words) ? String.raw`(?!\d|,\d|\.(?!00(?!\d))\d)` : '';
  return new RegExp(`${before}${RegExp.escape(words)}${after}`).test(plain(text));
}

/** Of several, one has to be said. */
export const saysOne = (text: string, wanted: string | readonly string[]): boolean =>
  typeof wanted === 'string'
    ? saysWords(text, wanted)
    : wanted.some((words) => saysWords(text, words));

const plain = (text: string): string =>
  text
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/[–—‑]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
