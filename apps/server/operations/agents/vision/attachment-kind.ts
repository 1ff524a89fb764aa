export type ContentKind = 'pdf' | 'image' | 'xml' | 'html' | 'text' | 'other';

const PDF_WITHIN_BYTES = 1_024;

const imageMagic: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x42, 0x4d],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
];

/**
 * What an attachment is by its first bytes. The declared type and name only part text from text:
 * senders declare `application/octet-stream`, or lie.
 */
export function kindOfContent(
  bytes: Uint8Array,
  declared: { contentType: string; filename: string },
): ContentKind {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4_096));
  if (head.subarray(0, PDF_WITHIN_BYTES).includes('%PDF-')) return 'pdf';
  if (imageMagic.some((magic) => magic.every((byte, index) => head[index] === byte))) {
    return 'image';
  }
  const box = head.toString('latin1', 4, 12);
  if (head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP') {
    return 'image';
  }
  if (/^ftyp(?:heic|heix|mif1|msf1|avif)/.test(box)) return 'image';
  return kindOfText(head, declared);
}

function kindOfText(
  head: Buffer,
  { contentType, filename }: { contentType: string; filename: string },
): ContentKind {
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (!isWide && head.includes(0)) return 'other';
  const start = head
    .toString(isWide ? 'utf16le' : 'latin1')
    .replace(/^[^<\w]{0,40}/, '')
    .toLowerCase();
  const type = contentType.toLowerCase();
  if (/^<!doctype html|^<html/.test(start)) return 'html';
  if (start.startsWith('<?xml') || /[/+]xml$/.test(type) || /\.xml$/i.test(filename)) {
    return 'xml';
  }
  if (type === 'text/html' || /\.html?$/i.test(filename)) return 'html';
  if (/^text\/(?!calendar|vcard|x-vcard|directory)/.test(type)) return 'text';
  return /\.(?:txt|csv|tsv|md|log)$/i.test(filename) ? 'text' : 'other';
}
