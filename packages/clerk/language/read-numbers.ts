import { readNumber } from './number-words.ts';

/** Words of a normalised text, with the punctuation that ends a thought as tokens of its own. */
export function tokenize(text: string): string[] {
  return text.match(/[a-z]+(?:'[a-z]+)?|\d+(?:[.,]\d+)*|[-+#$,.;:!?]/g) ?? [];
}

/** A number among the tokens: where it stands, how many tokens it takes. */
export interface NumberToken {
  value: number;
  index: number;
  length: number;
}

/**
 * Whole numbers up to 999, in digits or words: "3", "five", "a couple of", "half a dozen".
 * Of a span like "10-12" or "10 to 12" the larger is read. "One" and "a" count only when the caller says so.
 */
export function readNumbers(tokens: readonly string[]): NumberToken[] {
  const found: NumberToken[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] ?? '';
    const next = tokens[index + 1];
    const afterNext = tokens[index + 2];
    if ((token === 'a' || token === 'an') && next === 'couple') {
      found.push({ value: 2, index, length: afterNext === 'of' ? 3 : 2 });
      index += 1;
    } else if (token === 'couple') {
      found.push({ value: 2, index, length: next === 'of' ? 2 : 1 });
    } else if (token === 'half' && next === 'a' && afterNext === 'dozen') {
      found.push({ value: 6, index, length: 3 });
      index += 2;
    } else if (token === 'a' && next === 'dozen') {
      found.push({ value: 12, index, length: 2 });
      index += 1;
    } else {
      const value = token === 'dozen' ? 12 : readNumber(token);
      if (value === undefined) continue;
      const upper =
        next === '-' || next === 'to' || next === 'or' ? readNumber(afterNext ?? '') : undefined;
      if (upper !== undefined && upper > value) {
        found.push({ value: upper, index, length: 3 });
        index += 2;
      } else {
        found.push({ value, index, length: 1 });
      }
    }
  }
  return found;
}
