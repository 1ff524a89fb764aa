import type { EmailAttachment } from '../../mail/email.ts';
import { readAttachments } from '../../mail/read-mail.ts';
import type { AgentInputs, AgentResult } from '../agent.ts';
import type { VisionFindings } from '../findings.ts';
import { type ReadAttachment, readAttachment } from './read-attachment.ts';

const MAX_EXTRACTED = 20_000;
const MAX_LISTED = 200;
/** Attachments after this many are only listed: nobody sends so many to be read. */
const MAX_READ = 40;
/** Under the 30 seconds after which the thread is ended, so that what was read by then is kept. */
const TIME_LIMIT_MS = 20_000;
const FILE_LIMIT_MS = 10_000;

/**
 * Reads the attachments of a mail: the text of PDFs and text files, invoices by the data inside
 * them or by their words, receipts. Pictures are listed with a note, never guessed at. Finding
 * nothing to read is a sure result; anything that a person should open lowers the confidence.
 */
export async function runVisionRules({
  email,
  raw,
}: AgentInputs['vision']): Promise<AgentResult<VisionFindings>> {
  const listed = email.attachments.slice(0, MAX_LISTED);
  const positions = listed.slice(0, MAX_READ).map(({ position }) => position);
  const contents = new Map<number, Uint8Array>();
  for (const { position, content } of positions.length === 0
    ? []
    : await readAttachments(raw, positions)) {
    contents.set(position, content);
  }
  const endsAtMs = performance.now() + TIME_LIMIT_MS;
  const read: ReadAttachment[] = [];
  for (const attachment of listed) {
    const leftMs = endsAtMs - performance.now();
    const content = contents.get(attachment.position);
    read.push(
      content === undefined || leftMs <= 0
        ? notRead(attachment)
        : await readAttachment(attachment, content, Math.min(leftMs, FILE_LIMIT_MS)),
    );
  }
  return combine(read);
}

function combine(read: ReadAttachment[]): AgentResult<VisionFindings> {
  const invoices = read
    .map(({ invoice }) => invoice)
    .filter((invoice) => invoice !== null)
    .sort((a, b) => rank(b) - rank(a));
  const [first] = invoices;
  const receipt = read.find((one) => one.receipt !== null)?.receipt ?? null;
  const isAnother = (other: NonNullable<ReadAttachment['invoice']>) =>
    other.invoice.number !== first?.invoice.number ||
    other.invoice.total_cents !== first.invoice.total_cents;
  const others = invoices.filter(isAnother).map(({ invoice }) => invoice.attachment);
  const confidences = read.map(({ confidence }) => confidence);
  if (first !== undefined) confidences.push(first.confidence);
  if (others.length > 0) confidences.push(0.6);
  return {
    findings: {
      extracted_text: joinTexts(read.map(({ text }) => text)),
      invoice_data: first?.invoice ?? null,
      receipt_data: receipt?.receipt ?? null,
      images_processed: 0,
      attachments: read.map(({ listed }) =>
        others.includes(listed.position)
          ? { ...listed, note: note('Another invoice: only one is shown as data.', listed.note) }
          : listed,
      ),
    },
    confidence: read.length === 0 ? 1 : (withData(first) ?? Math.min(...confidences)),
    nextActions: first === undefined ? [] : ['create_task'],
    evidence: [...(first?.evidence ?? []), ...(receipt?.evidence ?? [])],
  };

  /** The invoice's own confidence, when nothing else of the mail lowers it. */
  function withData(invoice: ReadAttachment['invoice'] | undefined): number | null {
    if (invoice == null || others.length > 0) return null;
    return read.every(({ confidence }) => confidence >= 0.95) ? invoice.confidence : null;
  }
}

function rank({ invoice, confidence }: NonNullable<ReadAttachment['invoice']>): number {
  return (invoice.source === 'embedded_xml' ? 1 : 0) + confidence;
}

function note(first: string, second: string | null): string {
  return (second === null ? first : `${first} ${second}`).slice(0, 300);
}

/** A share for each, so that a long one does not hide those behind it. */
function joinTexts(texts: readonly string[]): string {
  const filled = texts.map((text) => text.trim()).filter((text) => text !== '');
  const share = Math.floor(MAX_EXTRACTED / Math.max(1, filled.length)) - 2;
  const spare = filled.reduce((left, text) => left + Math.max(0, share - text.length), 0);
  return filled
    .map((text) => text.slice(0, share + (text.length > share ? spare : 0)))
    .join('\n\n')
    .slice(0, MAX_EXTRACTED)
    .toWellFormed();
}

function notRead({ position, filename, sha256 }: EmailAttachment): ReadAttachment {
  return {
    listed: {
      position,
      filename: filename.slice(0, 300).toWellFormed(),
      kind: 'other',
      pages: null,
      sha256,
      note: 'It was not read: there were too many, or too large ones, before it.',
    },
    text: '',
    invoice: null,
    receipt: null,
    confidence: 0.5,
  };
}
