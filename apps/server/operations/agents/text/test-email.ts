import type { Email, EmailAttachment, SegmentKind } from '../../mail/email.ts';
import type { AgentSettings } from '../agent.ts';

/** A business for tests: a luggage and moving service with its own domain. */
export const testSettings: AgentSettings = {
  timezone: 'America/New_York',
  ownDomains: ['harborvan.com'],
  ownAddresses: ['harborvan.office@gmail.com'],
  staffNames: [],
};

/** A mail for tests: "Name <address>" as sender, `text` as what was written now. */
export function testEmail(parts: {
  from?: string;
  replyTo?: string;
  subject?: string;
  text?: string;
  more?: [SegmentKind, string][];
  headers?: Record<string, string>;
  attachments?: string[];
  hidden?: { characters: number; examples: string[] };
  inReplyTo?: string;
  acceptedAt?: string;
}): Email {
  const acceptedAt = new Date(parts.acceptedAt ?? '2026-11-23T15:00:00Z');
  return {
    id: '01990000-0000-7000-8000-000000000000',
    acceptedAt,
    envelope: {
      messageId: 'one@example.net',
      from: address(parts.from ?? 'Ann Field <ann.field@gmail.com>'),
      replyTo: parts.replyTo === undefined ? null : address(parts.replyTo),
      to: [{ name: '', address: 'office@harborvan.com' }],
      cc: [],
      subject: parts.subject ?? '',
      sentAt: acceptedAt,
      inReplyTo: parts.inReplyTo ?? null,
      references: [],
      headers: Object.fromEntries(
        Object.entries(parts.headers ?? {}).map(([name, value]) => [name.toLowerCase(), [value]]),
      ),
    },
    segments: [
      { kind: 'new', text: parts.text ?? '' },
      ...(parts.more ?? []).map(([kind, text]) => ({ kind, text })),
    ],
    hiddenText: parts.hidden ?? { characters: 0, examples: [] },
    attachments: (parts.attachments ?? []).map((filename, position) =>
      attachment(filename, position),
    ),
  };
}

function address(text: string): { name: string; address: string } {
  const open = text.lastIndexOf('<');
  if (open === -1) return { name: '', address: text.toLowerCase() };
  return { name: text.slice(0, open).trim(), address: text.slice(open + 1, -1).toLowerCase() };
}

function attachment(filename: string, position: number): EmailAttachment {
  const types: Record<string, string> = {
    pdf: 'application/pdf',
    png: 'image/png',
    jpg: 'image/jpeg',
    ics: 'text/calendar',
  };
  return {
    position,
    filename,
    contentType: types[filename.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
    sizeBytes: 80_000,
    sha256: '0'.repeat(64),
    isInline: false,
  };
}
