import { createHash } from 'node:crypto';
import type { Attachment } from 'postal-mime';
import { cleanLine } from './clean-text.ts';
import type { EmailAttachment } from './email.ts';

const MAX_NAME = 200;
const EXTENSIONS: Record<string, string> = {
  'application/ics': 'ics',
  'application/pdf': 'pdf',
  'application/pgp-encrypted': 'asc',
  'application/pgp-signature': 'asc',
  'application/pkcs7-mime': 'p7m',
  'application/pkcs7-signature': 'p7s',
  'application/x-pkcs7-mime': 'p7m',
  'application/x-pkcs7-signature': 'p7s',
  'application/ms-tnef': 'dat',
  'image/gif': 'gif',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'message/delivery-status': 'txt',
  'message/rfc822': 'eml',
  'text/calendar': 'ics',
  'text/csv': 'csv',
  'text/html': 'html',
  'text/plain': 'txt',
  'text/vcard': 'vcf',
};

/** The bytes of a part after its transfer encoding; never unpacked further. */
export function contentOf({ content }: Attachment): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

export function describeAttachment(attachment: Attachment, position: number): EmailAttachment {
  const content = contentOf(attachment);
  const contentType = contentTypeOf(attachment.mimeType);
  return {
    position,
    filename: nameOf(attachment.filename ?? '', contentType, position),
    contentType,
    sizeBytes: content.byteLength,
    sha256: createHash('sha256').update(content).digest('hex'),
    isInline: attachment.related === true || attachment.disposition === 'inline',
  };
}

function contentTypeOf(mimeType: string): string {
  const type = mimeType.slice(0, 100).toLowerCase();
  return /^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+$/.test(type) ? type : 'application/octet-stream';
}

/** A name for people: no folders, and never empty. Nobody opens a file by it. */
function nameOf(name: string, contentType: string, position: number): string {
  const clean = cleanLine(name, MAX_NAME * 2)
    .replace(/[/\\]/g, '_')
    .replace(/^\.+/, '')
    .trim();
  if (clean === '') return `attachment-${position + 1}.${EXTENSIONS[contentType] ?? 'bin'}`;
  if (clean.length <= MAX_NAME) return clean;
  const dot = clean.lastIndexOf('.');
  const ending = dot > 0 && clean.length - dot <= 10 ? clean.slice(dot) : '';
  return clean.slice(0, MAX_NAME - ending.length).toWellFormed() + ending;
}
