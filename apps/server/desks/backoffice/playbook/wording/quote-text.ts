const LONGEST = 100;

/**
 * Text of a mail on one line, with nothing left in it that Markdown or a citation is made of:
 * no brackets, no emphasis, no code, no HTML, no scheme that would make a link.
 */
export function plainText(text: string, longest = LONGEST): string {
  const line = text
    .slice(0, 2000)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[[{【［〔]/gu, '(')
    .replace(/[\]}】］〕]/gu, ')')
    .replace(/[`*~<>\\^]/gu, '')
    .replace(/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/\|/gu, '/')
    .replace(/&(?=#|\w+;)/gu, '+')
    .replace(/\b[a-z][a-z\d+.-]{0,15}:\/+/giu, '')
    .replace(/\bwww\./giu, '')
    .replace(/ {2,}/gu, ' ')
    .trim();
  const letters = [...line];
  return letters.length > longest ? `${letters.slice(0, longest).join('').trimEnd()}…` : line;
}

/** A text to stand between quotation marks, with no others of their kind in it. */
export const unquoted = (text: string, longest: number): string =>
  plainText(text, longest).replace(/[“”„"«»]/gu, "'");

/** A subject, a title or a name in quotation marks. */
export function quoted(text: string, absent = '(no subject)', longest = LONGEST): string {
  const plain = unquoted(text, longest);
  return plain === '' ? absent : `“${plain}”`;
}
