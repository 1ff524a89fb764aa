import PostalMime, { type Address } from 'postal-mime';
import { cleanLine } from './clean-text.ts';
import type { Envelope, MailAddress } from './email.ts';
import { keptFields } from './header-fields.ts';
import { readSentAt } from './sent-at.ts';

/** What is looked at of a header; a longer one is cut at a line. */
const MAX_HEADER_BYTES = 64 * 1024;
const MAX_FIELD_NAMES = 300;
const MAX_FIELD = 16 * 1024;
/** Address lists are what costs time: up to a millisecond for each of these KiB. */
const MAX_ADDRESS_FIELD = 8 * 1024;
const ADDRESS_FIELDS = new Set([
  'bcc',
  'cc',
  'delivered-to',
  'from',
  'reply-to',
  'return-path',
  'sender',
  'to',
]);
const MAX_ADDRESSES = 500;
const MAX_REFERENCES = 100;
const MAX_ADDRESS = 320;
const MAX_NAME = 200;
const MAX_SUBJECT = 1_000;
const MAX_ID = 1_000;

/**
 * What the header at the beginning of a raw message says. Its body is not looked at, and the work
 * is bounded whatever the header holds, so it may run where the server answers requests. Never
 * rejects: what cannot be read is missing.
 */
export async function readEnvelope(raw: Uint8Array): Promise<Envelope> {
  const header = asUtf8(headerBytes(raw));
  try {
    return await parseEnvelope(header);
  } catch {
    // A header this broken still tells a subject and an id to whoever searches for them.
    return envelopeOf({ fields: linesOf(header) });
  }
}

async function parseEnvelope(header: string): Promise<Envelope> {
  const message = await PostalMime.parse(shortenFields(header), {
    maxNestingDepth: 1,
    maxHeadersSize: MAX_HEADER_BYTES * 4,
  });
  return envelopeOf({
    fields: message.headers,
    from: message.from,
    replyTo: message.replyTo,
    to: message.to,
    cc: message.cc,
    subject: message.subject,
    messageId: message.messageId,
  });
}

function envelopeOf(read: {
  fields: readonly { key: string; value: string }[];
  from?: Address | undefined;
  replyTo?: Address[] | undefined;
  to?: Address[] | undefined;
  cc?: Address[] | undefined;
  subject?: string | undefined;
  messageId?: string | undefined;
}): Envelope {
  const field = (name: string): string => read.fields.find(({ key }) => key === name)?.value ?? '';
  const ids = (name: string): string[] =>
    field(name)
      .split(/[\s,]+/)
      .map(idOf)
      .filter((id) => id !== '');
  return {
    messageId: idOf(read.messageId ?? field('message-id')) || null,
    from: mailboxes(read.from === undefined ? [] : [read.from])[0] ?? { name: '', address: '' },
    replyTo: mailboxes(read.replyTo ?? [])[0] ?? null,
    to: mailboxes(read.to ?? []),
    cc: mailboxes(read.cc ?? []),
    subject: cleanLine(read.subject ?? field('subject'), MAX_SUBJECT),
    sentAt: readSentAt(field('date')),
    inReplyTo: ids('in-reply-to').find((id) => id.includes('@')) ?? ids('in-reply-to')[0] ?? null,
    references: ids('references').slice(-MAX_REFERENCES),
    headers: keptFields(read.fields),
  };
}

/** An id without its brackets; of several, or of an id with words around it, the bracketed one. */
function idOf(text: string): string {
  const line = cleanLine(text, MAX_ID);
  const start = line.indexOf('<');
  const end = line.indexOf('>', start);
  return (
    start >= 0 && end > start ? line.slice(start + 1, end) : line.replace(/[<>]/g, '')
  ).trim();
}

function mailboxes(addresses: readonly Address[]): MailAddress[] {
  return addresses
    .flatMap((address) => (address.group === undefined ? [address] : address.group))
    .slice(0, MAX_ADDRESSES)
    .map(({ name, address }) => ({
      name: cleanLine(name, MAX_NAME),
      address: cleanLine(address, MAX_ADDRESS).toLowerCase(),
    }))
    .filter(({ name, address }) => name !== '' || address !== '');
}

/** Up to the first empty line; a header beyond the limit ends with its last whole line. */
function headerBytes(raw: Uint8Array): Uint8Array {
  const start = raw.subarray(0, MAX_HEADER_BYTES);
  let lineStart = 0;
  for (let index = 0; index < start.length; index += 1) {
    if (start[index] !== 0x0a) continue;
    const isEmpty = index === lineStart || (index === lineStart + 1 && start[lineStart] === 0x0d);
    // Empty lines before the first field are a door's mistake, not a header's end.
    if (isEmpty && lineStart > 0) return start.subarray(0, lineStart);
    lineStart = index + 1;
  }
  if (raw.byteLength <= MAX_HEADER_BYTES) return start;
  return lineStart === 0 ? start : start.subarray(0, lineStart);
}

/** Raw bytes above 127 are UTF-8 (RFC 6532) or, in old programs' mail, of a Windows code page. */
function asUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Leaves of each field name, all its occurrences together, what a real mail may have. */
function shortenFields(header: string): string {
  const rooms = new Map<string, number>();
  const lines: string[] = [];
  let name = '';
  for (const line of header.split('\n')) {
    if (line.trim() === '') continue;
    if (!line.startsWith(' ') && !line.startsWith('\t')) {
      const colon = line.indexOf(':');
      name = colon < 0 ? '' : line.slice(0, colon).trim().toLowerCase();
      if (rooms.size === MAX_FIELD_NAMES && !rooms.has(name)) break;
    }
    const room = rooms.get(name) ?? (ADDRESS_FIELDS.has(name) ? MAX_ADDRESS_FIELD : MAX_FIELD);
    if (room > 0) lines.push(line.slice(0, room));
    rooms.set(name, room - line.length);
  }
  return lines.join('\n');
}

function linesOf(header: string): { key: string; value: string }[] {
  return header.split('\n').flatMap((line) => {
    const colon = line.indexOf(':');
    if (colon < 1 || line.startsWith(' ') || line.startsWith('\t')) return [];
    return [
      { key: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1).trim() },
    ];
  });
}
