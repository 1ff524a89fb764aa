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
    const words = wordsOf(part);
    const item = items.find(({ aliases }) => aliases.some((alias) => names(words, wordsOf(alias))));
    if (item !== undefined) quantities.set(item, (quantities.get(item) ?? 0) + quantityIn(words));
  }
  return [...quantities].map(([item, quantity]) => ({ item, quantity }));
}

function wordsOf(text: string): string[] {
  const plain = text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  return (plain.match(/[a-z0-9]+/g) ?? []).map(singular);
}

function singular(word: string): string {
  if (/(x|ch|sh|ss)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

function names(words: readonly string[], alias: readonly string[]): boolean {
  return words.some((_, start) =>
    alias.every((expected, index) => isAlmost(words[start + index] ?? '', expected)),
  );
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

/** Only a leading number counts items: in 'a 6 foot surfboard' and '6 ft board' six is a length. */
function quantityIn(words: readonly string[]): number {
  const trailing = /^x(\d{1,2})$/.exec(words.at(-1) ?? '')?.[1];
  if (trailing !== undefined) return Math.max(1, Number(trailing));
  const start = words.findIndex((word) => !LEADING_WORDS.has(word));
  const first = words[start] ?? '';
  const next = words[start + 1] ?? '';
  if (UNITS.has(next) || /^\d/.test(next)) return 1;
  const inWords = NUMBER_WORDS.indexOf(first) + 1;
  const digits = /^(\d{1,2})x?$/.exec(first)?.[1];
  return Math.max(1, inWords, Number(digits ?? 1));
}
