import type { SpecialtyItem } from './catalogue.ts';

export interface SpecialtyOrder {
  item: SpecialtyItem;
  quantity: number;
}

const NUMBER_WORDS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
];
const UNITS = new Set(['foot', 'feet', 'ft', 'inch', 'in', 'lb', 'pound', 'year', 'month']);
const LEADING_WORDS = new Set(['a', 'an', 'the', 'my', 'our', 'about', 'just', 'only', 'also']);

/**
 * The specialty items that a customer's own words name, with how many of each: '2 surfboards and
 * a pelaton' is two of one and one of the other. Small spelling mistakes and plurals are
 * understood; what is not known is left out.
 */
export function findSpecialtyItems(
  description: string,
  items: readonly SpecialtyItem[],
): SpecialtyOrder[] {
  const quantities = new Map<SpecialtyItem, number>();
  for (const part of description.toLowerCase().split(/[,;.+&/\n]|\band\b|\bplus\b|\bwith\b/)) {
    for (const { item, quantity } of readPart(wordsOf(part), items)) {
      quantities.set(item, (quantities.get(item) ?? 0) + quantity);
    }
  }
  return [...quantities].map(([item, quantity]) => ({ item, quantity }));
}

/** The items of words without a separator between them, such as '2 surfboards 1 crib'. */
function readPart(words: readonly string[], items: readonly SpecialtyItem[]): SpecialtyOrder[] {
  const orders: SpecialtyOrder[] = [];
  let start = 0;
  for (let index = 0; index < words.length; index += 1) {
    const match = matchAt(words, index, items);
    if (match === undefined) continue;
    const { item, length } = match;
    const end = index + length;
    const isSameThing = index === start && orders.at(-1)?.item === item; // 'Peloton exercise bike'
    if (!isSameThing) {
      const quantity = trailingNumber(words[end]) ?? leadingNumber(words.slice(start, index));
      orders.push({ item, quantity });
    }
    start = end;
    index = end - 1;
  }
  return orders;
}

function matchAt(
  words: readonly string[],
  index: number,
  items: readonly SpecialtyItem[],
): { item: SpecialtyItem; length: number } | undefined {
  for (const item of items) {
    for (const alias of item.aliases.map(wordsOf)) {
      const isNamed = alias.every((expected, offset) =>
        isAlmost(words[index + offset] ?? '', expected),
      );
      if (isNamed) return { item, length: alias.length };
    }
  }
  return undefined;
}

function wordsOf(text: string): string[] {
  const plain = text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  return (plain.match(/[a-z0-9]+/g) ?? []).map(singular);
}

function singular(word: string): string {
  if (/(x|ch|sh|ss)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

/** Short words must be exact: 'crab' is no crib. */
function isAlmost(word: string, expected: string): boolean {
  if (word === expected) return true;
  if (expected.length < 6 || Math.abs(word.length - expected.length) > 1) return false;
  return editDistance(word, expected) <= 1;
}

function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const substitution = left[row - 1] === right[column - 1] ? 0 : 1;
      current[column] = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + substitution,
      );
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}

/** 'x2' after the item. */
function trailingNumber(word = ''): number | undefined {
  const digits = /^x(\d{1,2})$/.exec(word)?.[1];
  return digits === undefined ? undefined : Math.max(1, Number(digits));
}

/** Only the first number counts items: in 'a 6 foot surfboard' and '6 ft board' six is a length. */
function leadingNumber(words: readonly string[]): number {
  const start = words.findIndex((word) => !LEADING_WORDS.has(word));
  const first = words[start] ?? '';
  const next = words[start + 1] ?? '';
  if (UNITS.has(next) || /^\d/.test(next)) return 1;
  const inWords = NUMBER_WORDS.indexOf(first) + 1;
  const digits = /^(\d{1,2})x?$/.exec(first)?.[1];
  return Math.max(1, inWords, Number(digits ?? 1));
}
