import { type Line, linesOfPage, type PlacedText } from '../layout.ts';
import { unpacksWithin } from './unpacked-size.ts';

/** A file that a PDF carries inside. */
export interface EmbeddedFile {
  filename: string;
  content: Uint8Array;
}

export interface PdfContent {
  /** Null when the file could not be opened. */
  pages: number | null;
  lines: Line[];
  embeddedFiles: EmbeddedFile[];
  /** Why something was not read; null when everything was. */
  problem: PdfProblem | null;
}

export type PdfProblem = 'password' | 'broken' | 'too_large' | 'time_limit' | 'no_text';

const MAX_PAGES = 200;
const MAX_CHARACTERS = 400_000;
const MAX_PIECES_PER_PAGE = 50_000;
const MAX_FAILED_PAGES = 3;
const MAX_EMBEDDED_FILES = 20;
const MAX_EMBEDDED_BYTES = 5_000_000;
const UNPACK_LIMITS = { totalBytes: 100_000_000, streamBytes: 150_000_000 };
/** Encrypted streams cannot be measured before they are unpacked, so such a file must be small. */
const MAX_ENCRYPTED_BYTES = 2_000_000;

type PdfJs = Awaited<ReturnType<typeof import('unpdf')['getResolvedPDFJS']>>;
type PdfDocument = Awaited<ReturnType<PdfJs['getDocument']>['promise']>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

let library: Promise<PdfJs> | undefined;

// Loading it takes longer than reading a mail, and most mails have no PDF.
function loadLibrary(): Promise<PdfJs> {
  library ??= import('unpdf').then(({ getResolvedPDFJS }) => getResolvedPDFJS());
  return library;
}

/**
 * The text of all pages by position, and the files inside. Never rejects for what the PDF contains:
 * a broken, locked or swollen one gives a problem, and whatever was read before it showed.
 * `timeoutMs` is kept between pages and pieces of text; the thread's own limit cuts the rest.
 */
export async function readPdf(bytes: Uint8Array, timeoutMs: number): Promise<PdfContent> {
  const deadlineMs = performance.now() + timeoutMs;
  const content: PdfContent = { pages: null, lines: [], embeddedFiles: [], problem: null };
  const isEncrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(
    '/Encrypt',
  );
  if ((isEncrypted && bytes.length > MAX_ENCRYPTED_BYTES) || !unpacksWithin(bytes, UNPACK_LIMITS)) {
    return { ...content, problem: 'too_large' };
  }
  const { getDocument } = await loadLibrary();
  const task = getDocument({
    // A copy, also of a Buffer: the library takes away the memory it is given.
    data: new Uint8Array(bytes),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
  });
  try {
    const document = await within(task.promise, deadlineMs);
    content.pages = document.numPages;
    content.embeddedFiles = await within(readEmbeddedFiles(document), deadlineMs);
    await readPages(document, content, deadlineMs);
    if (content.problem === null && content.lines.length === 0) content.problem = 'no_text';
  } catch (error) {
    content.problem = problemOf(error);
  } finally {
    await task.destroy().catch(() => {});
  }
  return content;
}

async function readPages(
  document: PdfDocument,
  content: PdfContent,
  deadlineMs: number,
): Promise<void> {
  let characters = 0;
  let failed = 0;
  for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES); number += 1) {
    try {
      const page = await within(document.getPage(number), deadlineMs);
      const pieces = await readPieces(page, MAX_CHARACTERS - characters, deadlineMs);
      for (const { text } of pieces) characters += text.length;
      for (const line of linesOfPage(number, pieces)) content.lines.push(line);
      page.cleanup();
    } catch (error) {
      if (error instanceof TimeLimit) throw error;
      content.problem = 'broken';
      failed += 1;
      if (failed === MAX_FAILED_PAGES) return;
    }
    if (characters >= MAX_CHARACTERS) {
      content.problem = 'too_large';
      return;
    }
  }
  if (document.numPages > MAX_PAGES) content.problem = 'too_large';
}

/** The pieces of one page, read in parts so that an endless page can be left in the middle. */
async function readPieces(
  page: PdfPage,
  mostCharacters: number,
  deadlineMs: number,
): Promise<PlacedText[]> {
  const pieces: PlacedText[] = [];
  let characters = 0;
  const reader = page.streamTextContent().getReader();
  try {
    for (;;) {
      const { done, value } = await within(reader.read(), deadlineMs);
      if (done) return pieces;
      for (const item of (value as { items: TextItem[] }).items) {
        if (item.str === undefined || item.str.trim() === '') continue;
        const [, , c = 0, d = 0, left = 0, bottom = 0] = item.transform;
        const height = Math.hypot(c, d) || item.height;
        pieces.push({ text: item.str, left, bottom, width: item.width, height });
        characters += item.str.length;
        if (characters > mostCharacters || pieces.length > MAX_PIECES_PER_PAGE) return pieces;
      }
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

interface TextItem {
  str?: string;
  transform: number[];
  width: number;
  height: number;
}

async function readEmbeddedFiles(document: PdfDocument): Promise<EmbeddedFile[]> {
  const files: EmbeddedFile[] = [];
  const listed = await document.getAttachments().catch(() => null);
  for (const [id, { filename, content }] of [...(listed ?? [])].slice(0, MAX_EMBEDDED_FILES)) {
    const bytes = content ?? (await document.getAttachmentContent(id).catch(() => null));
    if (bytes != null && bytes.length <= MAX_EMBEDDED_BYTES) {
      files.push({ filename: filename ?? id, content: bytes });
    }
  }
  return files;
}

class TimeLimit extends Error {}

/** The promise's value, or a `TimeLimit` once the deadline has passed. */
async function within<Value>(promise: Promise<Value>, deadlineMs: number): Promise<Value> {
  const { promise: limit, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new TimeLimit()), deadlineMs - performance.now());
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}

function problemOf(error: unknown): PdfProblem {
  if (error instanceof TimeLimit) return 'time_limit';
  return error instanceof Error && error.name === 'PasswordException' ? 'password' : 'broken';
}
