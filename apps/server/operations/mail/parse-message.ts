import PostalMime, { type Attachment } from 'postal-mime';
import { WorkerError } from '../workers/worker-pool.ts';
import { MAIL_LIMITS } from './mail-limits.ts';

/** One place of the message's text: what it says as plain text, as HTML, or as both. */
export interface BodyPart {
  plain: string[];
  html: string[];
}

export interface ParsedMessage {
  subject: string;
  body: BodyPart[];
  attachments: Attachment[];
}

/**
 * What of postal-mime is used beyond its public face (the version is pinned and a test watches
 * this). Its own `text` mixes a part's plain text with other parts' converted HTML, hidden text
 * included; and its limits count neither parts nor lines.
 */
interface Internals {
  textMap: Map<object, { plain?: { value: unknown }[]; html?: { value: unknown }[] }>;
  currentNode: { depth: number; contentDecoder: object | null };
  headerSize: number;
  processLine(line: Uint8Array, isFinal: boolean): Promise<void>;
  renderTextContent(): void;
}

/**
 * Takes a raw message apart. Messages inside it stay attachments. Rejects with `WorkerError` when it
 * is over a limit of `MAIL_LIMITS`; never for being malformed.
 */
export async function parseMessage(raw: Uint8Array): Promise<ParsedMessage> {
  if (raw.byteLength > MAIL_LIMITS.rawBytes) {
    throw new WorkerError('too_large', 'The message is larger than 25 MB.');
  }
  const parser = new PostalMime({
    forceRfc822Attachments: true,
    // Counted below, where passing it can be told from other errors.
    maxHeadersSize: MAIL_LIMITS.rawBytes,
  });
  const internals = parser as unknown as Internals;
  if (!(internals.textMap instanceof Map) || internals.currentNode.depth !== 0) {
    throw new Error('This version of postal-mime is made otherwise than parse-message.ts expects.');
  }
  watchLimits(internals);
  internals.renderTextContent = () => undefined;
  const message = await parser.parse(raw);
  return {
    subject: message.subject ?? '',
    body: Array.from(internals.textMap.values(), ({ plain = [], html = [] }) => ({
      plain: plain.map(({ value }) => String(value)),
      html: html.map(({ value }) => String(value)),
    })),
    attachments: message.attachments,
  };
}

/** Ends the parsing where a limit is passed, not when everything has been taken apart. */
function watchLimits(parser: Internals): void {
  const processLine = parser.processLine.bind(parser);
  let node = parser.currentNode;
  let decoder: object | null = null;
  let parts = 0;
  let lines = 0;
  parser.processLine = (line, isFinal) => {
    lines += 1;
    if (lines > MAIL_LIMITS.lines) {
      throw new WorkerError('too_large', 'The message has more than 1,500,000 lines.');
    }
    if (parser.currentNode !== node) {
      node = parser.currentNode;
      parts += 1;
      if (parts > MAIL_LIMITS.parts) {
        throw new WorkerError('too_many_parts', 'The message has more than 1,000 parts.');
      }
      if (node.depth > MAIL_LIMITS.nesting) {
        throw new WorkerError('too_deep', 'Parts of the message are nested more than 10 deep.');
      }
    }
    if (parser.headerSize + line.length > MAIL_LIMITS.headerBytes && node.contentDecoder === null) {
      throw new WorkerError('too_large', "The message's headers are larger than 2 MB.");
    }
    const { contentDecoder } = node;
    if (contentDecoder !== null && contentDecoder !== decoder) {
      decoder = contentDecoder;
      if (contentDecoder.constructor.name === 'PassThroughDecoder') {
        Object.assign(contentDecoder, createLineBuffer());
      }
    }
    return processLine(line, isFinal);
  };
}

/** In place of a Blob of all lines, which costs ten times as much for each of them. */
function createLineBuffer(): { update(line: Uint8Array): void; finalize(): ArrayBuffer } {
  let bytes = new Uint8Array(4_096);
  let length = 0;
  return {
    update(line) {
      if (length + line.length + 1 > bytes.length) {
        const larger = new Uint8Array((length + line.length + 1) * 2);
        larger.set(bytes.subarray(0, length));
        bytes = larger;
      }
      bytes.set(line, length);
      length += line.length;
      bytes[length] = 0x0a;
      length += 1;
    },
    finalize: () => bytes.buffer.slice(0, length),
  };
}
