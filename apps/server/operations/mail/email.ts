/** Lower-case address; `name` is '' when the header gave none. */
export interface MailAddress {
  name: string;
  address: string;
}

/**
 * What the top-level header of a message says. Every text of this file is well-formed, without
 * U+0000 and without invisible or control characters other than line breaks and tabs.
 */
export interface Envelope {
  /** With its angle brackets removed; null when there is none. */
  messageId: string | null;
  /** `address` is '' when no sender could be read. */
  from: MailAddress;
  replyTo: MailAddress | null;
  to: MailAddress[];
  cc: MailAddress[];
  subject: string;
  /** Null when the Date header is missing or cannot be read: never "now". */
  sentAt: Date | null;
  inReplyTo: string | null;
  references: string[];
  /** The header fields kept for agents and people, by lower-case name (see header-fields.ts). */
  headers: Record<string, string[]>;
}

/** Whose words a part of the visible text is. */
export type SegmentKind = 'new' | 'quoted' | 'forwarded' | 'signature' | 'footer';

export interface Segment {
  kind: SegmentKind;
  text: string;
}

/** Text that a reader of the mail would not have seen. It is removed from the segments. */
export interface HiddenText {
  characters: number;
  /** Up to 3, each shortened to 200 characters. */
  examples: string[];
}

export interface EmailAttachment {
  /** From 0, in the order of the message; the key under which its content is read again. */
  position: number;
  filename: string;
  contentType: string;
  sizeBytes: number;
  sha256: string;
  isInline: boolean;
}

/** What was read out of a raw message. It can be structured-cloned, and stored as JSON. */
export interface MailContent {
  segments: Segment[];
  hiddenText: HiddenText;
  attachments: EmailAttachment[];
}

/** One mail as the agents see it. */
export interface Email extends MailContent {
  id: string;
  envelope: Envelope;
  /** When this server took it. */
  acceptedAt: Date;
}

/** The text of the given kinds, in the order of the mail; by default what the sender wrote now. */
export function textOf(
  { segments }: Pick<MailContent, 'segments'>,
  kinds: readonly SegmentKind[] = ['new'],
): string {
  return segments
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join('\n\n');
}
