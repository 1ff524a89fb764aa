import { XMLParser } from 'fast-xml-parser';
import { declaredXmlEncoding, decodeBytes } from '../decode-bytes.ts';

/** An element by the local names of its children; text under '#text', attributes after '@'. */
export type XmlNode = string | { [name: string]: XmlNode | XmlNode[] | undefined };

const MAX_BYTES = 5_000_000;
const MAX_DEPTH = 60;

/**
 * A document without its namespaces, or null when it is none, too large, or has a document type:
 * no invoice needs one, and its entities can swell.
 */
export function parseXml(bytes: Uint8Array): XmlNode | null {
  if (bytes.length > MAX_BYTES) return null;
  const text = decodeBytes(bytes, declaredXmlEncoding(bytes));
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) return null;
  const parser = new XMLParser({
    removeNSPrefix: true,
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    ignoreDeclaration: true,
    ignorePiTags: true,
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: false,
    maxNestedTags: MAX_DEPTH,
  });
  try {
    return parser.parse(text);
  } catch {
    return null;
  }
}

/** The first element down a path of names. */
export function child(node: XmlNode | undefined, ...path: string[]): XmlNode | undefined {
  let here: XmlNode | undefined = node;
  for (const name of path) {
    here = children(here, name)[0];
    if (here === undefined) return undefined;
  }
  return here;
}

/** All elements of one name directly below. */
export function children(node: XmlNode | undefined, name: string): XmlNode[] {
  if (node === undefined || typeof node === 'string' || !Object.hasOwn(node, name)) return [];
  const found = node[name];
  if (found === undefined) return [];
  return Array.isArray(found) ? found : [found];
}

/** The text at the end of a path, space made single; null when there is none. */
export function textAt(node: XmlNode | undefined, ...path: string[]): string | null {
  const found = child(node, ...path);
  const raw = typeof found === 'string' ? found : child(found, '#text');
  if (typeof raw !== 'string') return null;
  const text = withCharacters(raw)
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return text === '' ? null : text;
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Resolves the five entities of XML and numbers; nothing else has a meaning without a DTD. */
function withCharacters(raw: string): string {
  return raw.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (...found) => {
    const [whole, decimal, hexadecimal, name] = found as string[];
    if (name !== undefined) return named[name.toLowerCase()] ?? '';
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal ?? '', 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : (whole ?? '');
  });
}
