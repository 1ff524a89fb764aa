import { constants, inflateSync } from 'node:zlib';

/** What a PDF's streams may come to when they are unpacked. */
export interface UnpackLimits {
  /** Of all streams but pictures, which reading text leaves packed. */
  totalBytes: number;
  /** Of any one stream, whatever it calls itself. */
  streamBytes: number;
}

const STREAM = Buffer.from('stream');
const END = Buffer.from('endstream');
const SAVE = 'q'.charCodeAt(0);
const RESTORE = 'Q'.charCodeAt(0);
const MAX_LAYERS = 3;
/** How much a byte can become at worst under the filters that are not unpacked here. */
const WORST_GROWTH = 1_300;
const RUN_LENGTH_GROWTH = 64;
const DICTIONARY_BYTES = 1_024;
/** Saved drawing states within each other; a reader's work grows with the square of their number. */
const MAX_SAVED_STATES = 2_000;
/** Below it a stream cannot matter, however it is packed. */
const HARMLESS_BYTES = 4_096;

/**
 * Whether unpacking the streams of a PDF stays within the limits. A PDF reader unpacks into memory
 * without a limit of its own, so this looks first. Encrypted streams cannot be looked into: they
 * count as they are.
 */
export function unpacksWithin(pdf: Uint8Array, limits: UnpackLimits): boolean {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  let total = 0;
  let position = bytes.indexOf(STREAM);
  while (position !== -1) {
    const start = startOfData(bytes, position + STREAM.length);
    const found = bytes.indexOf(END, start);
    const end = found === -1 ? bytes.length : found;
    const dictionary = dictionaryBefore(bytes, position);
    const size = unpackedSize(bytes.subarray(start, end), dictionary, limits.streamBytes);
    if (size > limits.streamBytes) return false;
    if (!/\/Subtype\s*\/Image\b/.test(dictionary)) total += size;
    if (total > limits.totalBytes) return false;
    position = found === -1 ? -1 : bytes.indexOf(STREAM, end + END.length);
  }
  return true;
}

function startOfData(bytes: Buffer, after: number): number {
  let start = after;
  if (bytes[start] === 0x0d) start += 1;
  if (bytes[start] === 0x0a) start += 1;
  return start;
}

function dictionaryBefore(bytes: Buffer, position: number): string {
  const before = bytes.toString('latin1', Math.max(0, position - DICTIONARY_BYTES), position);
  return before.slice(before.lastIndexOf(' obj') + 1);
}

function unpackedSize(data: Buffer, dictionary: string, most: number): number {
  if (data.length < HARMLESS_BYTES && !/Flate|Fl\b|A85|Hex|ASCII|#/.test(dictionary))
    return data.length;
  const plain = withoutText(data, dictionary);
  const unpacked = inflate(plain, most, MAX_LAYERS);
  if (unpacked !== null) return unpacked;
  if (savesTooMany(plain)) return Number.POSITIVE_INFINITY;
  if (/\/(?:DCT|JPX|CCITTFax|JBIG2)Decode/.test(dictionary)) return data.length;
  if (/RunLengthDecode|\/RL\b/.test(dictionary)) return data.length * RUN_LENGTH_GROWTH;
  if (/LZW|#|\/Filter\s*\d/.test(dictionary)) return data.length * WORST_GROWTH;
  return data.length;
}

/** Without the layer that turns bytes into letters, when the stream has one. */
function withoutText(data: Buffer, dictionary: string): Buffer {
  if (/ASCIIHexDecode|\/AHx\b/.test(dictionary)) {
    return Buffer.from(data.toString('latin1').replace(/[^0-9a-f]/gi, ''), 'hex');
  }
  if (!/ASCII85Decode|\/A85\b/.test(dictionary)) return data;
  const out = Buffer.alloc(Math.ceil(data.length * 4));
  let length = 0;
  let group: number[] = [];
  for (const byte of data) {
    if (byte === 0x7e) break;
    if (byte === 0x7a && group.length === 0) {
      length = out.writeUInt32BE(0, length);
    } else if (byte >= 0x21 && byte <= 0x75) {
      group.push(byte - 0x21);
      if (group.length === 5) {
        const value = group.reduce((sum, digit) => sum * 85 + digit, 0);
        length = out.writeUInt32BE(value % 2 ** 32, length);
        group = [];
      }
    }
  }
  return out.subarray(0, length);
}

/** Whether a page's operators save the state (`q`) within each other deeper than any page does. */
function savesTooMany(data: Buffer): boolean {
  let saves = 0;
  for (let at = data.indexOf(SAVE); at !== -1; at = data.indexOf(SAVE, at + 1)) {
    if (isAlone(data, at)) saves += 1;
  }
  if (saves <= MAX_SAVED_STATES) return false;
  let depth = 0;
  for (let at = 0; at < data.length; at += 1) {
    const byte = data[at];
    if ((byte !== SAVE && byte !== RESTORE) || !isAlone(data, at)) continue;
    depth = Math.max(0, depth + (byte === SAVE ? 1 : -1));
    if (depth > MAX_SAVED_STATES) return true;
  }
  return false;
}

function isAlone(data: Buffer, at: number): boolean {
  return isDelimiter(data[at - 1]) && isDelimiter(data[at + 1]);
}

/** White space, brackets, or the stream's edge. */
function isDelimiter(byte: number | undefined): boolean {
  return byte === undefined || byte <= 0x20 || byte === 0x5d || byte === 0x5b || byte === 0x3e;
}

function inflate(data: Buffer, most: number, layers: number): number | null {
  const [first = 0, second = 0] = data;
  if ((first & 0x0f) !== 8 || (first * 256 + second) % 31 !== 0) return null;
  try {
    // Cut-off streams are read as far as they go, as a PDF reader would.
    const out = inflateSync(data, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH });
    if (savesTooMany(out)) return Number.POSITIVE_INFINITY;
    const inner = layers > 1 ? inflate(out, most, layers - 1) : null;
    return Math.max(out.length, inner ?? 0);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return code === 'ERR_BUFFER_TOO_LARGE' ? Number.POSITIVE_INFINITY : null;
  }
}
