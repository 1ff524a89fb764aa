import { parse } from 'tldts';

/** Control and format characters (bidirectional ones included), separators, lone surrogates. */
const NOT_PLAIN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\s]+/gu;

/**
 * One line of plain words out of foreign text: no line breaks, no control or invisible characters,
 * at most `most` code points. For titles, headers and sentences of ours that quote a mail.
 */
export function plainLine(text: string, most: number): string {
  // Nothing beyond this can be in the result, and no mail decides how long this takes.
  const line = text
    .slice(0, most * 8)
    .replace(NOT_PLAIN, ' ')
    .trim();
  return shorten(line, most);
}

/**
 * The same, without anything that a mail program would make a link of: what looks like an address on
 * the web is left out.
 */
export function plainLineWithoutLinks(text: string, most: number): string {
  const words = plainLine(text, most * 4).split(' ');
  const kept = words.map((word) => (isLinkLike(word) ? '[link left out]' : word));
  return shorten(kept.join(' '), most);
}

/** The text as it is, less what the database refuses, at most `most` UTF-16 units. */
export function storableText(text: string, most: number): string {
  return text.slice(0, most).replaceAll('\u0000', '').toWellFormed();
}

/** A sender's address as text: its shape only, whatever the header said. '' when it has none. */
export function plainAddress(address: string): string {
  const line = plainLine(address, 254);
  return /^[^\s@<>()[\]"',:;\\/]{1,64}@[^\s@<>()[\]"',:;\\/]{1,253}$/.test(line) ? line : '';
}

function isLinkLike(word: string): boolean {
  if (/:\/\/|www\.|^mailto:/i.test(word)) return true;
  if (!word.includes('.')) return false;
  // Brackets and the like may stand around an address, a path behind it.
  return word.split(/[^\p{L}\p{N}.@_-]+/u).some((part) => {
    const host = part.slice(part.lastIndexOf('@') + 1).replace(/^[.-]+|[.-]+$/g, '');
    // A top-level domain that exists: 'a.com' has one, 'report.pdf' has none.
    return host.includes('.') && parse(host).isIcann === true;
  });
}

function shorten(line: string, most: number): string {
  const characters = Array.from(line);
  return characters.length <= most
    ? line
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
