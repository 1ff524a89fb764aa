const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  dollar: '$',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  comma: ',',
  period: '.',
  percnt: '%',
  num: '#',
  colon: ':',
  ndash: '-',
  mdash: '-',
  shy: '',
  zwj: '',
  zwnj: '',
};
/** Cyrillic and Greek letters that look like Latin ones. */
const LOOKALIKES = new Map(
  Array.from('аеорсхуіѕԁһкмтнвοαερ', (letter, index) => [
    letter,
    'aeopcxyisdhkmthboaep'[index] ?? letter,
  ]),
);
const LOOKALIKE = new RegExp(`[${[...LOOKALIKES.keys()].join('')}]`, 'g');
const IS_PLAIN = /^[\w $%.,:;!?'"()/#@+-]*$/;

/**
 * What a reader sees of Markdown or HTML, on one line: without marks and characters that have no
 * width, digits and letters in their usual form, without accents. Linear in its length.
 */
export function plainText(raw: string): string {
  if (IS_PLAIN.test(raw) && !raw.includes('_')) return raw.replace(/ {2,}/g, ' ').trim();
  return raw
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));?/gi, readEntity)
    .normalize('NFKD')
    .replace(/[\p{Cf}\p{M}\u115f\u1160\u3164]/gu, '')
    .replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitValue(digit)))
    .replace(LOOKALIKE, (letter) => LOOKALIKES.get(letter) ?? letter)
    .replace(/\u{1f4b2}/gu, '$')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/<\/?[a-z][^<>]{0,80}>/gi, '')
    .replace(/\\/g, '')
    .replace(/[*~`{}]|(?<![a-z\d])_|_(?![a-z\d])/gi, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function readEntity(written: string, decimal: string, hex: string, name: string): string {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? written;
  const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written;
}

/** The digits of a script follow each other from its zero on. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return value;
}
