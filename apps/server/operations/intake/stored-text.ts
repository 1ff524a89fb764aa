import { createHash } from 'node:crypto';

/** The longest key that is stored as it is: an index entry in PostgreSQL has little room. */
const MAX_KEY_BYTES = 500;

/** Text as a column takes it: well-formed, without control characters, at most so many units. */
export function storedText(text: string, maxLength: number): string {
  // Cut first: what is cleaned is bounded by what is kept.
  const kept = text.slice(0, maxLength).toWellFormed();
  const clean = kept.replace(/\p{Cc}/gu, ' ');
  const isCutInside = text.length > maxLength && clean.endsWith('\u{fffd}');
  return isCutInside ? clean.slice(0, -1) : clean;
}

/** A name a sender chose, as a key: kept as it is when it is short, else its hash. */
export function storedKey(name: string): string {
  const isShort = name.length <= MAX_KEY_BYTES && Buffer.byteLength(name) <= MAX_KEY_BYTES;
  return isShort ? storedText(name, MAX_KEY_BYTES) : hashKey(name);
}

/** 'sha256:' and 64 hexadecimal digits. */
export const hashKey = (content: string | Uint8Array): string =>
  `sha256:${createHash('sha256').update(content).digest('hex')}`;
