import { cleanText } from '../../mail/clean-text.ts';
import type { EmailAttachment } from '../../mail/email.ts';
import type { Evidence } from '../agent.ts';
import type { Invoice, VisionFindings } from '../findings.ts';
import { type ContentKind, kindOfContent } from './attachment-kind.ts';
import { declaredXmlEncoding, decodeBytes } from './decode-bytes.ts';
import type { EInvoice } from './e-invoice/e-invoice.ts';
import { readEInvoice, readEmbeddedInvoice } from './e-invoice/read-e-invoice.ts';
import { htmlToPlainText } from './html-text.ts';
import { findAmounts } from './invoice/amounts.ts';
import { readInvoiceText, type TextInvoice } from './invoice/read-invoice-text.ts';
import { type Line, linesOfText, textOfLines } from './layout.ts';
import { type PdfProblem, readPdf } from './pdf/read-pdf.ts';
import { readReceipt } from './receipt.ts';

/** What one attachment says. */
export interface ReadAttachment {
  listed: VisionFindings['attachments'][number];
  text: string;
  invoice: { invoice: Invoice; confidence: number; evidence: Evidence[] } | null;
  receipt: { receipt: VisionFindings['receipt_data']; evidence: Evidence[] } | null;
  /** How sure it is that nothing of it was missed, 0 to 1. */
  confidence: number;
}

const MAX_TEXT = 1_000_000;
const MAX_NOTE = 300;
const READ = 0.95;
/** Somebody must look: below every sensible gate. */
const UNREAD = 0.5;

const NEEDS_EYES = 'a person or a language model needs to read it.';
const CREDIT_NOTE = 'A credit note: its amounts are negative here.';
const DIFFERS =
  'The invoice data inside the file differs from what its pages show: a person should compare them.';
const problems: Record<PdfProblem, string> = {
  password: 'Locked with a password, so it was not read.',
  broken: 'Damaged, so it was not read, or not all of it.',
  too_large: 'Too large to be read, or to be read whole.',
  time_limit: 'Reading it took too long, so not all of it was read.',
  no_text: `Its pages are pictures, without text: ${NEEDS_EYES}`,
};

// Signatures, calendars and address cards belong to the mail; nobody misses their text.
const SERVICE_TYPES =
  /^(?:text\/(?:calendar|vcard|x-vcard|directory)|application\/(?:ics|pgp-signature|pgp-keys|pkcs7-signature|x-pkcs7-signature)|message\/(?:delivery-status|disposition-notification))/;

/** Reads one attachment by what its bytes are. Never rejects for what they contain. */
export async function readAttachment(
  attachment: EmailAttachment,
  content: Uint8Array,
  timeoutMs: number,
): Promise<ReadAttachment> {
  const kind = content.length === 0 ? 'other' : kindOfContent(content, attachment);
  if (kind === 'pdf') return readPdfAttachment(attachment, content, timeoutMs);
  if (kind === 'image') return readImage(attachment);
  if (kind === 'other') return readOther(attachment, content);
  return readTextAttachment(attachment, content, kind);
}

async function readPdfAttachment(
  attachment: EmailAttachment,
  content: Uint8Array,
  timeoutMs: number,
): Promise<ReadAttachment> {
  const pdf = await readPdf(content, timeoutMs);
  const embedded = readEmbeddedInvoice(pdf.embeddedFiles);
  const note = pdf.problem === null ? null : problems[pdf.problem];
  const read = readLines(attachment, pdf.lines, {
    listed: { ...list(attachment, 'pdf', note), pages: pdf.pages },
    embedded,
  });
  // The data inside needs nobody to read the picture around it.
  const isExcused = pdf.problem === 'no_text' && embedded !== null;
  const confidence = pdf.problem === null || isExcused ? read.confidence : UNREAD;
  return { ...read, confidence };
}

function readTextAttachment(
  attachment: EmailAttachment,
  content: Uint8Array,
  kind: Exclude<ContentKind, 'pdf' | 'image' | 'other'>,
): ReadAttachment {
  const encoding = kind === 'xml' ? declaredXmlEncoding(content) : null;
  const whole = decodeBytes(content, encoding);
  const shortened = whole.slice(0, MAX_TEXT).toWellFormed();
  const note = whole.length > MAX_TEXT ? problems.too_large : null;
  const listed = list(attachment, 'text', note);
  const confidence = note === null ? READ : UNREAD;
  if (kind === 'xml') {
    const embedded = readEInvoice(content);
    const lines = linesOfText(withoutTags(shortened));
    if (embedded === null) return { ...nothing(listed, confidence), text: textOfLines(lines) };
    const read = fromData(attachment, { embedded, lines: [], listed });
    return { ...read, text: textOfLines(lines), confidence };
  }
  const lines = linesOfText(kind === 'html' ? htmlToPlainText(shortened) : shortened);
  // Rows of a table are not an invoice, whatever their columns are called.
  const isTable =
    /csv|tab-separated/.test(attachment.contentType) || /\.[ct]sv$/i.test(attachment.filename);
  if (isTable) return { ...nothing(listed, confidence), text: textOfLines(lines) };
  const read = readLines(attachment, lines, { listed, embedded: null });
  return { ...read, confidence: Math.min(read.confidence, confidence) };
}

function readImage(attachment: EmailAttachment): ReadAttachment {
  const where = attachment.isInline ? 'A picture within the mail' : 'A picture';
  const listed = list(attachment, 'image', `${where}: ${NEEDS_EYES}`);
  // Logos in signatures are not what a mail is about.
  return nothing(listed, attachment.isInline ? READ : UNREAD);
}

function readOther(attachment: EmailAttachment, content: Uint8Array): ReadAttachment {
  if (content.length === 0) return nothing(list(attachment, 'other', 'It is empty.'), READ);
  const isService = SERVICE_TYPES.test(attachment.contentType.toLowerCase());
  const note = isService ? null : 'This kind of file is not opened here.';
  return nothing(list(attachment, 'other', note), isService ? READ : UNREAD);
}

function readLines(
  attachment: EmailAttachment,
  lines: Line[],
  { listed, embedded }: { listed: ReadAttachment['listed']; embedded: EInvoice | null },
): ReadAttachment {
  const text = cleanText(textOfLines(lines));
  if (embedded !== null) return { ...fromData(attachment, { embedded, lines, listed }), text };
  const invoice = readInvoiceText(lines);
  const receipt = readReceipt(lines);
  const where = { where: 'attachment', attachment: attachment.position } as const;
  return {
    listed: { ...listed, note: joinNotes(listed.note, invoice?.isCreditNote ? CREDIT_NOTE : null) },
    text,
    invoice: invoice === null ? null : fromText(attachment, invoice),
    receipt:
      receipt === null
        ? null
        : {
            receipt: { ...receipt.receipt, attachment: attachment.position },
            evidence: evidenceOf(receipt.quotes, 'receipt_data', { ...where }),
          },
    confidence: READ,
  };
}

function fromText(attachment: EmailAttachment, found: TextInvoice): ReadAttachment['invoice'] {
  const { confidence, quotes, isCreditNote: _, ...fields } = found;
  const { position } = attachment;
  return {
    invoice: { ...fields, duplicate_of: null, source: 'text', attachment: position },
    confidence,
    evidence: evidenceOf(quotes, 'invoice_data', { where: 'attachment', attachment: position }),
  };
}

/** An invoice by its own data; the page, where there is one, must show the same. */
function fromData(
  attachment: EmailAttachment,
  {
    embedded,
    lines,
    listed,
  }: { embedded: EInvoice; lines: Line[]; listed: ReadAttachment['listed'] },
): ReadAttachment {
  const { quotes, isCreditNote, ...fields } = embedded;
  const isShown = lines.length === 0 ? null : showsSame(lines, embedded);
  const note = joinNotes(
    isShown === false ? DIFFERS : null,
    lines.length === 0 ? null : listed.note,
    isCreditNote ? CREDIT_NOTE : null,
  );
  const { position } = attachment;
  const confidence = isShown === false ? UNREAD : embedded.arithmetic_ok === false ? 0.85 : 0.98;
  return {
    listed: { ...listed, note },
    text: '',
    invoice: {
      invoice: { ...fields, duplicate_of: null, source: 'embedded_xml', attachment: position },
      confidence,
      evidence: evidenceOf(quotes, 'invoice_data', { where: 'attachment', attachment: position }),
    },
    receipt: null,
    confidence: READ,
  };
}

/** Whether the pages name the number and show the total that the data states. */
function showsSame(lines: readonly Line[], { number, total_cents }: EInvoice): boolean {
  const letters = (text: string) => text.replace(/[^\p{L}\d]/gu, '').toLowerCase();
  const total = Math.abs(total_cents ?? 0);
  return (
    letters(textOfLines(lines)).includes(letters(number ?? '')) &&
    findAmounts(lines).some(({ cents }) => Math.abs(cents) === total)
  );
}

function evidenceOf(
  quotes: Record<string, string | null>,
  finding: string,
  where: Pick<Evidence, 'where' | 'attachment'>,
): Evidence[] {
  const names: Record<string, string> = { total: 'total_cents' };
  return Object.entries(quotes).flatMap(([name, quote]) =>
    quote === null
      ? []
      : [{ finding: `${finding}.${names[name] ?? name}`, quote: quote.slice(0, 300), ...where }],
  );
}

function list(
  { position, filename, sha256 }: EmailAttachment,
  kind: ReadAttachment['listed']['kind'],
  note: string | null,
): ReadAttachment['listed'] {
  return {
    position,
    filename: filename.slice(0, 300).toWellFormed(),
    kind,
    pages: null,
    sha256,
    note,
  };
}

function nothing(listed: ReadAttachment['listed'], confidence: number): ReadAttachment {
  return { listed, text: '', invoice: null, receipt: null, confidence };
}

function joinNotes(...notes: (string | null)[]): string | null {
  return (
    notes
      .filter((note) => note !== null)
      .join(' ')
      .slice(0, MAX_NOTE) || null
  );
}

/** What stands between the tags, each piece on a line of its own. */
function withoutTags(xml: string): string {
  return xml
    .split('<')
    .map((part) => part.slice(part.indexOf('>') + 1).trim())
    .filter((part) => part !== '')
    .join('\n');
}
