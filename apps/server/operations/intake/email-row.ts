import type { Insertable } from 'kysely';
import type { Envelope, MailAddress } from '../mail/email.ts';
import type { OperationsTables } from '../tables.ts';
import type { IncomingMail } from './accept-mail.ts';
import { registrableDomain } from './sender-domain.ts';
import { hashKey, storedKey, storedText } from './stored-text.ts';
import { threadKeyOf } from './thread-key.ts';

const MAX_ADDRESS = 320;
const MAX_NAME = 200;
const MAX_RECIPIENTS = 1_000;
const MAX_SUBJECT = 1_000;
const MAX_FIELD_NAMES = 100;
const MAX_VALUES = 20;
const MAX_VALUE = 2_000;
const MAX_HEADERS = 64_000;

/** A mail's row. Whatever a sender wrote is cut to what its column is for. */
export function emailRow({
  id,
  mail,
  envelope,
  acceptedAt,
}: {
  id: string;
  mail: IncomingMail;
  envelope: Envelope;
  acceptedAt: Date;
}): Insertable<OperationsTables['emails']> {
  const sender = senderOf(mail, envelope);
  return {
    id,
    mailbox: storedKey(mail.mailbox),
    message_key: messageKeyOf(mail, envelope),
    source: mail.source,
    accepted_at: acceptedAt,
    sent_at: storedDate(envelope.sentAt),
    sender: storedText(sender.address, MAX_ADDRESS),
    sender_name: storedText(sender.name, MAX_NAME),
    sender_domain: registrableDomain(sender.address),
    recipient: recipientsOf(mail, envelope),
    subject: storedText(envelope.subject, MAX_SUBJECT),
    headers: JSON.stringify(storedHeaders(envelope.headers)),
    thread_key: threadKeyOf(envelope),
    size_bytes: mail.raw.byteLength,
    is_demo: mail.source === 'demo',
  };
}

/** The header's sender, or the SMTP envelope's when the header names nobody. */
export function senderOf(mail: IncomingMail, { from }: Envelope): MailAddress {
  if (from.address !== '') return from;
  return { name: from.name, address: (mail.envelope?.sender ?? '').toLowerCase() };
}

function messageKeyOf(mail: IncomingMail, { messageId }: Envelope): string {
  const name = (mail.messageKey ?? messageId ?? '').trim();
  return name === '' ? hashKey(mail.raw) : storedKey(name);
}

function recipientsOf(mail: IncomingMail, { to, cc }: Envelope): string {
  const named = [...to, ...cc].map(({ address }) => address).filter((address) => address !== '');
  const addresses = named.length > 0 ? named : (mail.envelope?.recipients ?? []);
  let text = '';
  for (const address of addresses) {
    const next = `${text}${text === '' ? '' : ', '}${storedText(address, MAX_ADDRESS)}`;
    if (next.length > MAX_RECIPIENTS) break;
    text = next;
  }
  return text;
}

/** The column takes no year beyond four digits that other programs could read. */
function storedDate(date: Date | null): Date | null {
  const year = date?.getUTCFullYear() ?? Number.NaN;
  return year >= 1970 && year <= 9999 ? date : null;
}

function storedHeaders(headers: Envelope['headers']): Record<string, string[]> {
  const kept: [string, string[]][] = [];
  let room = MAX_HEADERS;
  for (const [name, values] of Object.entries(headers).slice(0, MAX_FIELD_NAMES)) {
    const short = values.slice(0, MAX_VALUES).map((value) => storedText(value, MAX_VALUE));
    room -= name.length + short.reduce((sum, value) => sum + value.length, 0);
    if (room < 0) break;
    kept.push([storedText(name, MAX_NAME), short]);
  }
  return Object.fromEntries(kept);
}
